(function () {
"use strict";
var doc = document, root = doc.documentElement;
root.classList.add("js");
function all(selector, from) { return Array.prototype.slice.call((from || doc).querySelectorAll(selector)); }
function byId(id) { return doc.getElementById(id); }
var data = JSON.parse(byId("data").textContent);

/* Copying: the text of an element, never markup. */
all("[data-copy]").forEach(function (button) {
  button.addEventListener("click", function () {
    var text = byId(button.getAttribute("data-copy")).textContent;
    var said = button.textContent;
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(function () { button.textContent = "Copied"; });
    } else {
      var range = doc.createRange();
      range.selectNodeContents(byId(button.getAttribute("data-copy")));
      var selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      button.textContent = "Selected";
    }
    setTimeout(function () { button.textContent = said; }, 1500);
  });
});

/* Decisions, in any order. A decision is taken when it is ticked, when one answers it for all, or when each of its items has an answer. */
function decisionOf(element) { return element.getAttribute("data-decision"); }
function linesOf(decision) {
  var lines = [];
  all("select[data-decision='" + decision + "']").forEach(function (select) {
    if (select.value) { lines.push(select.value); }
  });
  var chosen = doc.querySelector("input[type=radio][data-decision='" + decision + "']:checked");
  if (chosen) { lines.push(byId(chosen.getAttribute("data-line")).textContent); }
  return lines;
}
function isTaken(decision) {
  var tick = doc.querySelector("input[type=checkbox][data-decision='" + decision + "']");
  if (tick && tick.checked) { return true; }
  if (doc.querySelector("input[type=radio][data-decision='" + decision + "']:checked")) { return true; }
  var selects = all("select[data-decision='" + decision + "']");
  return selects.length > 0 && selects.every(function (select) { return select.value; });
}
function update() {
  var taken = {}, count = 0, lines = [];
  for (var d = 0; d < data.decisions; d++) {
    if (isTaken(d)) { taken[d] = true; count++; }
    lines = lines.concat(linesOf(d));
  }
  var ready = data.ready;
  data.rows.forEach(function (row, i) {
    var free = row.needs.length > 0 && row.needs.every(function (need) { return taken[need]; });
    if (free) { ready += row.count; }
    all("[data-row='" + i + "'] .mark").forEach(function (mark) { mark.classList.toggle("freed", free); });
  });
  var words = count + " of " + data.decisions + " decided. The next plan would have " + ready + " of " + data.total + " ready.";
  if (byId("tray-words")) {
    byId("tray-words").textContent = words;
    byId("tray-lines").textContent = lines.length ? "Mapping.of(\n    " + lines.join(",\n    ") + ")" : "Nothing is chosen yet.";
  }
}
all("[data-decision]").forEach(function (input) { input.addEventListener("change", update); });
if (byId("tray-words")) { update(); }

/* Finding: only what holds the text stays; what is folded is opened. */
var find = byId("find");
if (find) {
  find.addEventListener("input", function () {
    var text = find.value.trim().toLowerCase(), hits = 0;
    all("[data-f]").forEach(function (element) {
      var hit = !text || element.getAttribute("data-f").toLowerCase().indexOf(text) >= 0;
      element.classList.toggle("hidden", !hit);
      if (hit && text) { hits++; }
    });
    all("details").forEach(function (details) {
      if (!details.hasAttribute("data-was")) { details.setAttribute("data-was", details.open ? "1" : ""); }
      details.open = text ? !!details.querySelector("[data-f]:not(.hidden)") : details.getAttribute("data-was") === "1";
      if (!text) { details.removeAttribute("data-was"); }
    });
    byId("hits").textContent = text ? hits + (hits === 1 ? " place" : " places") : "";
  });
}

/* States: a click on one shows only what has it. */
all("[data-state-filter]").forEach(function (box) {
  box.addEventListener("change", function () {
    var wanted = all("[data-state-filter]").filter(function (each) { return each.checked; })
      .map(function (each) { return each.getAttribute("data-state-filter"); });
    all("[data-state]").forEach(function (element) {
      element.classList.toggle("hidden", wanted.indexOf(element.getAttribute("data-state")) < 0);
    });
  });
});

/* The picture: pointing at a decision lights what waits for it. */
function light(decision) {
  all(".picture [data-needs]").forEach(function (element) {
    var needs = element.getAttribute("data-needs").split(" ");
    var holds = decision === null || needs.indexOf(decision) >= 0;
    element.classList.toggle("dim", !holds);
    element.classList.toggle("lit", decision !== null && holds && element.tagName === "path");
  });
  if (decision !== null && byId("picture-words")) {
    var alone = 0, others = 0;
    data.rows.forEach(function (row) {
      if (row.needs.indexOf(+decision) < 0) { return; }
      if (row.needs.length === 1) { alone += row.count; } else { others += row.count; }
    });
    byId("picture-words").textContent = data.names[decision] + ": " + alone + " wait for nothing else, " + others + " need other decisions too.";
  }
}
all(".picture [data-points]").forEach(function (box) {
  box.addEventListener("mouseenter", function () { light(box.getAttribute("data-points")); });
  box.addEventListener("mouseleave", function () { light(null); });
  box.addEventListener("focus", function () { light(box.getAttribute("data-points")); });
  box.addEventListener("blur", function () { light(null); });
  box.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { box.blur(); }
  });
});
window.addEventListener("beforeprint", function () { all("details[data-print]").forEach(function (details) { details.open = true; }); });
})();
