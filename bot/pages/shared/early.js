// Runs before the page's own script, in JavaScript that every browser reads. If that script can't be read, does not
// arrive, or fails as it begins, the page says so in words, and which of the three it was.
(function () {
  "use strict";
  var begun = false;
  var told = false;

  function tell(place) {
    if (told || begun) return;
    told = true;
    if (document.body) show(place);
    else document.addEventListener("DOMContentLoaded", function () { show(place); });
  }

  function show(place) {
    document.body.setAttribute("data-screen", "unrunnable");
    document.getElementById(place).hidden = false;
  }

  // A file that did not arrive is told to its own element, not to the window.
  window.addEventListener("error", function (event) {
    var node = event.target && event.target.tagName;
    if (node === "SCRIPT") tell("not-loaded");
    else if (!node) tell(/SyntaxError/.test(event.message) ? "too-old" : "broken");
  }, true);
  window.addEventListener("load", function () { begun = true; });
  if (!("noModule" in document.createElement("script"))) tell("too-old");
})();
