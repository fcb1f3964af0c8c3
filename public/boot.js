// Runs before the first paint and blocks it: at most 2,250 bytes when minified, and old syntax only, because
// browsers that are too old for the program must still come through it to their sentence, and to what can be read.
(function (root, shown) {
  // Addresses that have a plain page in read/: src/route/plain.rs. Nothing else of an address may name a file.
  var PLAIN = /^#\/(tasks(?:\?view=\w+)?|dispatch\?month=[\d-]+|indicators|responsibility|timeline|about|(?:indicator|task|measure|project|milestone|organisation)\/[\w,-][\w.,-]*)$/;
  var settings = {}, own, overview, sheet;

  // Plain pages show the plan without records: with records of one's own, or of a link that this tab looks at, they are
  // the wrong ones.
  try {
    own = Object.keys(localStorage).concat(Object.keys(sessionStorage)).some(function (key) {
      return /^planboard:(ledger|sample|looked-at):/.test(key);
    });
    settings = JSON.parse(localStorage.getItem('planboard:settings')) || settings;
  } catch (blockedOrBroken) {}

  function reveal() {
    var notice = document.querySelector('[data-notice=' + shown.problem + ']');
    if (notice) notice.hidden = false;
  }
  // With a problem the readable view comes back, whichever page was asked for.
  function problem(name) {
    delete shown.frame;
    shown.problem = name;
    reveal();
  }

  function put(block, title) {
    var place = document.querySelector('[data-app]');
    overview = overview || [place, document.title];
    place.replaceWith(block);
    document.title = title;
    delete shown.frame;
  }

  function when(target, event, already) {
    return new Promise(function (done) { already ? done() : target.addEventListener(event, done); });
  }

  // Until the program stands, this shows the page of the address; a frame where nothing can be shown yet.
  function turn() {
    var hash = location.hash, plain = !own && (PLAIN.exec(hash) || ['', ''])[1].replace('?', '~');
    if (/^(#\/?)?$/.test(hash)) {
      if (own && !shown.problem) shown.frame = '';
      else if (overview) put(overview[0], overview[1]);
      return;
    }
    if (!shown.problem) shown.frame = '';
    if (!sheet) {
      sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = document.querySelector('[data-sheet]').dataset.sheet;
      document.head.appendChild(sheet);
    }
    if (plain && self.fetch) Promise.all([
      fetch('./read/' + plain + '.html'),
      when(sheet, 'load', sheet.sheet),
      when(document, 'readystatechange', document.readyState != 'loading'),
    ]).then(function (all) {
      return all[0].text();
    }).then(function (text) {
      // A plain page leads to plain pages; here its links are those of the program.
      var page = new DOMParser().parseFromString(text.replace(/href="[^"]*" data-to=/g, 'href='), 'text/html');
      var block = page.querySelector('[data-page="' + plain + '"]');
      if (block && hash == location.hash && !('stands' in shown || 'other' in shown)) put(block, page.title);
    }).catch(function () {});
  }

  if (settings.theme) shown.theme = settings.theme;
  if (settings.density) shown.density = settings.density;
  if (settings.language && root.lang.slice(0, 2) != settings.language) {
    root.lang = settings.language == 'zh' ? 'zh-CN' : settings.language;
    own = true;
  }
  if (location.protocol == 'file:') problem('file');
  else if (!self.WebAssembly || !self.CSS || !CSS.supports('container-type', 'size')) problem('old');
  turn();

  // A script or sheet that is no longer on the host; start.js says the same of the wasm.
  addEventListener('error', function (event) {
    if (!shown.problem && (event.target.tagName == 'SCRIPT' || event.target.rel == 'stylesheet')) problem('stopped');
  }, true);
  addEventListener('DOMContentLoaded', reveal);
  addEventListener('hashchange', function () { if (!('stands' in shown)) turn(); });
  // What is pressed before the program stands: start.js presses it again then.
  addEventListener('click', function (event) {
    if (event.target.matches('[data-reload]')) location.reload();
    if (!('stands' in shown)) root.pressed = event.target.closest('[data-app] button, [data-app] summary');
  });
})(document.documentElement, document.documentElement.dataset);
