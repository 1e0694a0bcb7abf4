// The page with the file of letters: the file is handed out once, so a second tap must not take the place of the first.

const form = document.querySelector("form");
const button = form.querySelector("button");
const begun = document.getElementById("begun");
const fault = document.getElementById("fault");
let sent = false;

form.addEventListener("submit", (event) => {
  if (sent) {
    event.preventDefault();
    return;
  }
  sent = true;
  button.setAttribute("aria-disabled", "true");
  begun.textContent = begun.dataset.said;
  if (fault) fault.hidden = true;
  form.querySelector("input").removeAttribute("aria-invalid");
});

// A browser may show the page again as it was left.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
