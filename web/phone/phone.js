/* Saves each tap, follows the room, and mends what a sleeping phone or a lost network broke. Without it
   the same pages are plain forms. */
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const WAIT = [500, 1000, 2000, 4000];
  const one = (selector, within = document) => within.querySelector(selector);
  const main = () => one("#main");
  const words = name => one("#net").dataset[name];

  /* Saving: the newest state of a form is sent whole; one request at a time, and again until it is stored. */
  const jobs = new Map();

  function status(text, late = false) {
    const place = one("[data-status]");
    if (place) { place.textContent = text; place.classList.toggle("late", late); }
  }

  function problem(text) {
    let place = one("#main > .problem");
    if (!text) { if (place) place.remove(); return; }
    if (!place) {
      place = document.createElement("p");
      place.className = "problem";
      place.setAttribute("role", "alert");
      main().prepend(place);
    }
    place.textContent = text;
    place.scrollIntoView({ block: "nearest" });
  }

  async function send(job) {
    if (job.busy) return;
    job.busy = true;
    clearTimeout(job.timer);
    const { body } = job, number = job.number;
    if (!job.tries) status("\u00a0");
    const slow = setTimeout(() => job.tries || status(words("saving")), 300);
    let reply = null, told = {};
    try {
      const stop = new AbortController(), limit = setTimeout(() => stop.abort(), 8000);
      reply = await fetch(job.action, { method: "POST", body: new URLSearchParams(body), headers: { "X-Plumbline": "1" }, keepalive: true, signal: stop.signal });
      told = await reply.json();
      clearTimeout(limit);
    } catch { told = {}; }
    clearTimeout(slow);
    job.busy = false;
    if (told.saved) {
      job.tries = 0;
      if (job.number !== number) return send(job);
      jobs.delete(job.key);
      status(words("saved"));
      problem("");
      connected();
      job.done(true);
      catchUp();
    } else if (reply && told.problem && ![429, 503].includes(reply.status)) {
      jobs.delete(job.key);
      status("");
      job.done(false);
      if (told.stale && !writing()) return go("/room", told.problem);
      if (told.stale) net(told.problem, true); else problem(told.problem);
    } else {
      status(words("unsaved"), true);
      if (!reply) interrupted();
      job.timer = setTimeout(() => send(job), WAIT[Math.min(job.tries++, WAIT.length - 1)]);
    }
  }

  function store(action, body, done = () => {}) {
    const key = `${action} ${body.get("code")}`;
    const job = jobs.get(key) || { key, action, busy: false, tries: 0, number: 0 };
    Object.assign(job, { body, done, number: job.number + 1 });
    jobs.set(key, job);
    return send(job);
  }

  const flush = () => Promise.all([...jobs.values()].map(job => send(job)));

  function save(form, field) {
    const data = new FormData(form), level = data.get("level");
    if (field.name === "prediction") {
      const body = new FormData();
      body.set("room", data.get("room"));
      body.set("code", data.get("code"));
      body.set("level", field.value);
      return store("/room/predict", body);
    }
    data.delete("prediction");
    if (form.dataset.save === "/room/answer") {
      if (!level) return ["note", "evidence"].includes(field.name) && field.value ? status(words("note")) : undefined;
      if (level === "not_applicable" && data.has("reason") && !data.get("because") && !data.get("reason").trim()) return status(words("reason"));
      if (["1", "2"].includes(level) || !/^[1-5]$/.test(level)) { data.delete("backing"); data.delete("evidence"); }
      unsent = false;
    }
    return store(form.dataset.save, data);
  }

  /* What one more tap can add stands under the chosen card. */
  function place(card) {
    const more = one("[data-further]");
    if (!more || !card) return;
    const why = card.nextElementSibling && card.nextElementSibling.matches(".why") ? card.nextElementSibling : card;
    if (why.nextElementSibling !== more) why.after(more);
    const seen = [...more.children].filter(part => part.offsetParent);
    if (seen.length) seen[seen.length - 1].scrollIntoView({ block: "nearest" });
  }

  let unsent = false, warned = false, typing = 0;

  const TYPED = "textarea, input:not([type=radio])";

  /* Is somebody in the middle of a text? Then the page stays as it is. */
  function writing() {
    const field = document.activeElement;
    return Boolean(field && field.matches(`main :is(${TYPED})`) && field.value);
  }

  document.addEventListener("change", event => {
    const field = event.target, form = field.closest("form[data-save]");
    if (!form) return;
    clearTimeout(typing);
    if (field.name === "because" && field.checked) form.elements.reason.value = "";
    if (field.name === "level") place(field.closest(".card"));
    save(form, field);
  });

  document.addEventListener("input", event => {
    const field = event.target, form = field.closest("form[data-save]");
    if (!form || !field.matches(TYPED)) return;
    unsent = true;
    clearTimeout(typing);
    if (field.name === "reason") form.querySelectorAll("[name=because]").forEach(chip => { chip.checked = false; });
    typing = setTimeout(() => save(form, field), 1200);
  });

  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.matches("[data-save]")) event.preventDefault();
    if (!form.matches("[data-order]") || !event.submitter) return;
    event.preventDefault();
    if (jobs.size) return;
    const body = new FormData();
    body.set("room", form.elements.room.value);
    body.set("order", event.submitter.value);
    store(form.action, body, saved => saved && go(location.pathname, "", true));
  });

  document.addEventListener("click", async event => {
    const link = event.target.closest("a[data-move]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const field = document.activeElement;
    if (unsent && field && field.form && field.matches(TYPED)) save(field.form, field);
    if (unsent && !warned) { warned = true; event.preventDefault(); return; }
    if (!jobs.size) return;
    event.preventDefault();
    await flush();
    const wait = setInterval(() => { if (!jobs.size) { clearInterval(wait); location.href = link.href; } }, 50);
  });

  window.addEventListener("pagehide", flush);

  /* Following the room. */
  let source = null, heard = 0, lost = 0, moving = false, latest = "";

  function net(text, link = false) {
    const place = one("#net");
    place.hidden = !text;
    place.textContent = text;
    if (!link) return;
    const to = document.createElement("a");
    to.href = "/room";
    to.textContent = words("go");
    place.append(" ", to);
  }

  async function go(path, told = "", stay = false) {
    if (moving) return;
    moving = true;
    try {
      const reply = await fetch(path, { headers: { Accept: "text/html" } });
      if (reply.status >= 500 || reply.status === 429) throw new Error("later");
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = page.querySelector("#main");
      if (!fresh) throw new Error("no page");
      if (!stay && !told && fresh.dataset.here === main().dataset.here) {
        main().dataset.step = fresh.dataset.step;
        return;
      }
      main().replaceWith(document.importNode(fresh, true));
      document.title = page.title;
      unsent = warned = false;
      net("");
      const where = new URL(reply.url).pathname;
      if (where !== location.pathname) history.replaceState(null, "", where);
      if (told) problem(told);
      const head = one("#stem");
      if (!stay) window.scrollTo(0, 0);
      if (head) { head.focus({ preventScroll: stay }); one("#say").textContent = stay ? "" : head.textContent; }
      if (!main().dataset.step) close();
    } catch {
      setTimeout(() => { if (source || !stay) go(path, told, stay); }, 1500);
    } finally { moving = false; }
    setTimeout(catchUp, 1000);
  }

  function news(event) {
    heard = Date.now();
    const { step, line } = JSON.parse(event.data);
    const place = one("[data-line]");
    if (place && line && place.textContent !== line) place.textContent = line;
    latest = String(step);
    catchUp();
  }

  /* The room has taken a step that this page does not show yet. */
  function catchUp() {
    if (!latest || !main().dataset.step || latest === main().dataset.step) return;
    if (latest !== "0" && (unsent || writing())) net(words("moved"), true);
    else if (jobs.size) flush();
    else go("/room", "", stage(latest) === stage(main().dataset.step));
  }

  /* The room's step, without what has only been added to its statements since. */
  function stage(step) { return step.split(".")[0]; }

  function interrupted() {
    if (!one("#net a")) net(words("lost"));
  }

  function connected() {
    clearTimeout(lost);
    lost = 0;
    if (!one("#net a")) net("");
  }

  function fine() {
    heard = Date.now();
    connected();
    flush();
  }

  function trouble() {
    if (!lost) lost = setTimeout(interrupted, 3500);
    if (source && source.readyState === EventSource.CLOSED) setTimeout(open, 2000);
  }

  function close() { if (source) source.close(); source = null; }

  function open() {
    close();
    if (!window.EventSource || !main().dataset.step) return;
    heard = Date.now();
    source = new EventSource("/room/events");
    source.onopen = fine;
    source.onmessage = news;
    source.onerror = trouble;
  }

  function awake() {
    if (document.visibilityState !== "visible") { flush(); return; }
    flush();
    if (!source || source.readyState === EventSource.CLOSED || Date.now() - heard > 18000) open();
  }

  document.addEventListener("DOMContentLoaded", () => {
    open();
    document.addEventListener("visibilitychange", awake);
    window.addEventListener("online", open);
    window.addEventListener("offline", interrupted);
    window.addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
    setInterval(() => {
      if (source && document.visibilityState === "visible" && Date.now() - heard > 25000) { trouble(); open(); }
    }, 5000);
  });
})();
