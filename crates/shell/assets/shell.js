// Small comforts. Every page works without this file.
"use strict";

// A link marked data-dialog opens its page's form in a dialog instead of going there.
addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-dialog]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const reply = await fetch(link.href);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const body = page.querySelector("[data-dialog-body]");
    if (!reply.ok || !body) throw new Error("no dialog there");
    const dialog = document.createElement("dialog");
    dialog.append(document.importNode(body, true));
    dialog.setAttribute("aria-labelledby", body.querySelector("h1, h2")?.id ?? "");
    for (const close of dialog.querySelectorAll("[data-close]")) {
      close.addEventListener("click", (click) => { click.preventDefault(); dialog.close(); });
    }
    dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
    document.body.append(dialog);
    dialog.showModal();
  } catch {
    location.href = link.href;
  }
});

// The box in a grid's head selects all rows of the page.
addEventListener("change", ({ target }) => {
  if (!target.matches?.("[data-select-all]")) return;
  for (const box of target.closest("table").querySelectorAll("tbody input[type=checkbox]")) box.checked = target.checked;
  count();
});
addEventListener("change", ({ target }) => { if (target.name === "row") count(); });
function count() {
  const some = document.querySelectorAll("tbody input[name=row]:checked").length;
  for (const place of document.querySelectorAll("[data-selected]")) place.textContent = some;
}
count();

// A notice goes by itself unless somebody is on it; a form is sent once; a wrong form shows its first fault.
for (const toast of document.querySelectorAll(".toast")) {
  setTimeout(() => { if (!toast.matches(":hover, :focus-within")) toast.remove(); }, 8000);
  toast.querySelector("[data-close]")?.addEventListener("click", () => toast.remove());
}
addEventListener("submit", ({ target }) => {
  if (target.dataset.sent) return;
  target.dataset.sent = "1";
  setTimeout(() => { for (const button of target.querySelectorAll("button:not([type=button])")) button.disabled = true; });
});
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
document.querySelector("[aria-invalid=true]")?.focus();

// What was typed is not lost by a careless click.
let typed = false;
addEventListener("input", ({ target }) => { if (target.closest?.("form[data-guard]")) typed = true; });
addEventListener("submit", () => { typed = false; });
addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });

// A lookup asks for rows while somebody types; without this the list holds the first ones.
let asked;
addEventListener("input", ({ target }) => {
  if (!target.matches?.("input[data-lookup]")) return;
  clearTimeout(asked);
  asked = setTimeout(async () => {
    const reply = await fetch(`${target.dataset.lookup}?q=${encodeURIComponent(target.value)}`);
    if (!reply.ok) return;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    document.getElementById(target.getAttribute("list")).replaceChildren(...page.querySelectorAll("option"));
  }, 250);
});

// A choice that other fields follow asks for the form again and takes those fields over.
addEventListener("change", async ({ target }) => {
  if (!target.matches?.("select[data-refresh]")) return;
  const body = new URLSearchParams(new FormData(target.form));
  body.set("refresh", "1");
  const reply = await fetch(target.form.action, { method: "POST", body });
  if (!reply.ok) return;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  for (const part of document.querySelectorAll("[data-follows]")) part.replaceWith(page.getElementById(part.id));
});
