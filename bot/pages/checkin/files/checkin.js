// The check-in page: asks for the present code, shows it, and asks again when the code changes.

const RETRY = 2_000;
const words = JSON.parse(document.getElementById("given").textContent);
const find = (id) => document.getElementById(id);
let ends = 0;
let step = 1;

async function ask() {
  try {
    const answer = await fetch(`${location.pathname.replace(/\/$/, "")}/now`, { cache: "no-store" });
    if (answer.status === 403) return trouble(words.refused);
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const now = await answer.json();
    draw(now);
    setTimeout(ask, now.left_ms + 50);
  } catch (error) {
    console.warn(error);
    trouble(words.unreachable);
    setTimeout(ask, RETRY);
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

setInterval(count, 250);
void ask();
