// Runs before the first paint and blocks it: at most 1 KB when minified, and old syntax only, because
// browsers that are too old for the page must still come through it to their sentence.
(function (root, shown) {
  var settings = {}, frame = !/^(#\/?)?$/.test(location.hash), at = 0, key;

  // The prerendered view shows the plan without records: with records of one's own it is the wrong one.
  try {
    while ((key = localStorage.key(at++))) frame = frame || !key.indexOf('planboard:ledger:');
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

  if (settings.theme) shown.theme = settings.theme;
  if (settings.density) shown.density = settings.density;
  if (settings.language && root.lang.slice(0, 2) != settings.language) {
    root.lang = settings.language == 'zh' ? 'zh-CN' : settings.language;
    frame = true;
  }
  if (frame) shown.frame = '';
  if (location.protocol == 'file:') problem('file');
  else if (!self.WebAssembly || !self.CSS || !CSS.supports('container-type', 'size')) problem('old');

  // A script or sheet that is no longer on the host; start.js says the same of the wasm.
  addEventListener('error', function (event) {
    if (!shown.problem && (event.target.tagName == 'SCRIPT' || event.target.rel == 'stylesheet')) problem('stopped');
  }, true);
  addEventListener('DOMContentLoaded', reveal);
  addEventListener('click', function (event) {
    if (event.target.matches('[data-reload]')) location.reload();
  });
})(document.documentElement, document.documentElement.dataset);
