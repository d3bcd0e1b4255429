/** Theme before the first paint; the rest when the page is there. */
export const START_SCRIPT = `
var THEMES = { sistema: 'Tema: sistema', claro: 'Tema: claro', oscuro: 'Tema: oscuro' };
function setTheme(name) {
  var root = document.documentElement;
  root.dataset.theme = name;
  var toggle = byId('tema');
  if (toggle) toggle.textContent = THEMES[name];
}
function storedTheme() {
  var name = recall('quorum-tema');
  return name === 'claro' || name === 'oscuro' ? name : 'sistema';
}
function startTheme() {
  setTheme(storedTheme());
  byId('tema').addEventListener('click', function () {
    var names = Object.keys(THEMES), next = names[(names.indexOf(document.documentElement.dataset.theme) + 1) % names.length];
    setTheme(next);
    remember('quorum-tema', next);
  });
}
/* Where the reader is, told in the list of contents. */
function startPlace() {
  if (typeof IntersectionObserver !== 'function') return;
  var links = new Map(), shown = new Set();
  document.querySelectorAll('.side a').forEach(function (link) { links.set(link.getAttribute('href').slice(1), link); });
  var observer = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) { if (entry.isIntersecting) shown.add(entry.target); else shown.delete(entry.target); });
    var here = null;
    shown.forEach(function (one) {
      if (here === null || (topOf(one) <= 160 ? topOf(one) >= topOf(here) || topOf(here) > 160 : topOf(here) > 160 && topOf(one) < topOf(here))) here = one;
    });
    document.querySelectorAll('.side [aria-current]').forEach(function (link) { link.removeAttribute('aria-current'); });
    if (here) {
      var link = links.get(here.id), side = document.querySelector('.side');
      link.setAttribute('aria-current', 'location');
      if (side.scrollHeight > side.clientHeight) {
        var box = link.getBoundingClientRect(), frame = side.getBoundingClientRect();
        if (box.top < frame.top || box.bottom > frame.bottom) side.scrollTop += box.top - frame.top - side.clientHeight / 2;
      }
    }
  }, { rootMargin: '-80px 0px -60% 0px' });
  links.forEach(function (link, id) { var place = byId(id); if (place && id !== 'notas') observer.observe(place); });
}
/* What a link leads to may be inside something closed or filtered away. */
function startLinks() {
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]'), place = link && byId(link.getAttribute('href').slice(1));
    if (place) reveal(place);
  });
}
setTheme(storedTheme());
document.addEventListener('DOMContentLoaded', function () {
  data = JSON.parse(byId('datos').textContent);
  document.querySelectorAll('.scripted').forEach(function (part) { part.hidden = false; });
  startTheme();
  startItems();
  startNotes();
  startSearch();
  startKeys();
  startPlace();
  startLinks();
  byId('imprimir').addEventListener('click', function () { window.print(); });
});
`.trim()
