/** All that moves on the page: search, sort, unfold. Without it the page is complete, only still. */
export const SCRIPT = `"use strict";
(() => {
  const controls = document.querySelector("form.controls");
  const rows = [...document.querySelectorAll("tbody.item")].map((body, place) => ({
    body, place, table: body.parentNode, risk: Number(body.dataset.risk),
    what: body.querySelector(".what").textContent.trim().slice(2), who: body.querySelector(".who").textContent.trim(), text: "",
  }));
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.hidden) { search.value = ""; filter(); }
    if (target.matches("tbody.item")) target.querySelector("details").open = true;
    target.scrollIntoView();
  };
  const search = document.getElementById("search");
  const filter = () => {
    const words = search.value.toLowerCase().split(" ").filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.text ||= row.body.textContent.toLowerCase();
      row.body.hidden = !words.every((word) => row.text.includes(word));
      if (!row.body.hidden) shown += 1;
    }
    const counted = shown === rows.length ? "" : shown + " of ";
    document.getElementById("count").textContent = counted + rows.length + (rows.length === 1 ? " change" : " changes");
  };
  const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
  const sort = () => {
    const key = document.getElementById("sort").value;
    const by = key === "risk" ? (a, b) => b.risk - a.risk : (a, b) => compare(a[key], b[key]);
    for (const row of [...rows].sort((a, b) => by(a, b) || a.place - b.place)) row.table.append(row.body);
    for (const head of document.querySelectorAll("th[data-key]")) {
      if (head.dataset.key === key) head.setAttribute("aria-sort", key === "risk" ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };
  const folds = () => [...document.querySelectorAll("details")];
  const unfold = document.getElementById("unfold");
  if (controls) {
    let waiting = 0;
    search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
    document.getElementById("sort").addEventListener("change", sort);
    unfold.addEventListener("click", () => {
      const open = unfold.getAttribute("aria-pressed") !== "true";
      unfold.setAttribute("aria-pressed", String(open));
      for (const fold of folds()) fold.open = open;
    });
    controls.addEventListener("submit", (event) => event.preventDefault());
    filter();
    controls.hidden = false;
  }
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds().filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of closed) fold.open = false; });
  addEventListener("hashchange", reveal);
  reveal();
})();
`;
