// The check-in page: asks for the present code, shows it, and asks again when the code changes.

const RETRY = 2_000;
const NONE = "no answer";
const REFUSED = "refused";
const words = JSON.parse(document.getElementById("given").textContent);
const find = (id) => document.getElementById(id);
let ends = 0;
let step = 1;

async function ask() {
  const now = await answered();
  if (now === REFUSED) return trouble(words.refused);
  if (now === NONE) {
    trouble(words.unreachable);
    return setTimeout(ask, RETRY);
  }
  draw(now);
  setTimeout(ask, now.left_ms + 50);
}

// What is to be shown now; NONE without a connection, or if the server says to come again.
async function answered() {
  try {
    const answer = await fetch(`${location.pathname.replace(/\/$/, "")}/now`, { cache: "no-store" });
    if (answer.status === 403) return REFUSED;
    return answer.ok ? await answer.json() : NONE;
  } catch (error) {
    console.warn(error);
    return NONE;
  }
}

// A code that may no longer be good must not stay on the page.
function trouble(text) {
  find("open").hidden = true;
  find("closed").hidden = true;
  find("trouble").textContent = text;
  find("trouble").hidden = false;
}

function draw(now) {
  document.title = now.title;
  find("trouble").hidden = true;
  find("title").textContent = now.title;
  find("about").textContent = now.about;
  find("closed").textContent = now.closed ?? "";
  find("closed").hidden = !now.closed;
  find("open").hidden = Boolean(now.closed);
  if (now.closed) return;
  for (const name of ["door", "until", "code"]) find(name).textContent = now[name];
  find("qr").src = now.qr;
  find("link").href = now.link;
  ends = performance.now() + now.left_ms;
  step = now.step_ms;
  count();
}

function count() {
  const left = Math.max(ends - performance.now(), 0);
  find("left").style.transform = `scaleX(${Math.min(left / step, 1)})`;
  find("next").textContent = words.next.replace("{seconds}", Math.ceil(left / 1000));
}

// A fault of the page's own is not put down to the connection.
window.addEventListener("unhandledrejection", () => trouble(`${words.broken_title} ${words.broken}`));
setInterval(count, 250);
void ask();
