// The check page: compares a file with the one that was issued. The file stays in the browser, which makes its hash.

const words = JSON.parse(document.getElementById("given").textContent);
const find = (id) => document.getElementById(id);
const drop = find("drop");
let last = 0;

// Only what was chosen last is answered.
async function compare(file) {
  const mine = ++last;
  say(words.checking);
  const answer = await answered(file);
  if (mine === last) say(answer);
}

async function answered(file) {
  if (file.size > words.most) return words.too_big;
  try {
    const same = window.crypto && window.crypto.subtle ? await hashed(file) : await asked(file);
    return same ? words.same : words.other;
  } catch (error) {
    console.warn(error);
    return words.not_checked;
  }
}

async function hashed(file) {
  const digest = await window.crypto.subtle.digest("SHA-256", await read(file));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("") === words.sha256;
}

// Without https a browser makes no hashes: then the file is sent, compared and forgotten.
async function asked(file) {
  const answer = await fetch(`${location.pathname.replace(/\/$/, "")}/file`, { method: "POST", body: file });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).same === true;
}

function read(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsArrayBuffer(file);
  });
}

function say(text) {
  find("compared").textContent = text;
}

function choose(files) {
  if (files && files.length) void compare(files[0]);
}

find("file").addEventListener("change", (event) => {
  choose(event.target.files);
  event.target.value = ""; // so that the same file, edited, can be chosen again
});
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  choose(event.dataTransfer.files);
});
find("no-script").hidden = true;
drop.hidden = false;
