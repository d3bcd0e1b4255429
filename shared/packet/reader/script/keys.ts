/** Keys of the page: from point to point, search, note, help; single letters can be switched off. */
export const KEYS_SCRIPT = `
function points() { return Array.from(document.querySelectorAll('.point')); }
function topOf(element) { return element.getBoundingClientRect().top; }
/* The point being read: the one with the focus, else the last that begins above the middle of the window. */
function currentPoint(list) {
  var focused = document.activeElement && document.activeElement.closest('.point');
  if (focused) { var box = focused.getBoundingClientRect(); if (box.bottom > 0 && box.top < innerHeight) return list.indexOf(focused); }
  var at = -1;
  list.forEach(function (point, n) { if (topOf(point) < innerHeight / 3) at = n; });
  if (at >= 0 && list[at].getBoundingClientRect().bottom < 60) return at + 0.5;
  return at;
}
function step(by) {
  var list = points();
  if (!list.length) return;
  var at = currentPoint(list), next = by > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1;
  var point = list[Math.max(0, Math.min(list.length - 1, next))], title = point.querySelector('h3');
  title.focus({ preventScroll: true });
  point.scrollIntoView({ block: 'start' });
}
function noteHere() {
  var place = document.activeElement && document.activeElement.closest('main [data-t]'), list = points();
  if (!place) { var at = currentPoint(list); place = at >= 0 ? list[Math.floor(at)] : null; }
  if (place && list.indexOf(place) === list.length - 1 && place.getBoundingClientRect().bottom < 60) place = null;
  var slot = place && place.querySelector('.slot') ? slotOf(place.getAttribute('data-t')) : null;
  slot = slot || document.querySelector('.slot');
  if (slot) openEditor(slot.getAttribute('data-n'), null);
}
function showHelp(open) {
  var dialog = byId('ayuda');
  if (dialog.open === open) return;
  if (typeof dialog.showModal === 'function') { if (open) dialog.showModal(); else dialog.close(); }
  else if (open) dialog.setAttribute('open', ''); else dialog.removeAttribute('open');
}
function isWriting(element) {
  return element.isContentEditable || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT' || (element.tagName === 'INPUT' && !/^(checkbox|radio|button|file)$/.test(element.type));
}
var LETTERS = {
  '/': function () { byId('buscar').focus(); byId('buscar').select(); },
  j: function () { step(1); }, ArrowRight: function () { step(1); },
  k: function () { step(-1); }, ArrowLeft: function () { step(-1); },
  n: noteHere,
  '?': function () { showHelp(true); },
};
function onKey(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === 'F3' && terms.length) { event.preventDefault(); visit(event.shiftKey ? (current < 0 ? -1 : current - 1) : current + 1); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || byId('ayuda').open || !byId('atajos').checked) return;
  var key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  var action = Object.prototype.hasOwnProperty.call(LETTERS, key) ? LETTERS[key] : null;
  if (!action) return;
  event.preventDefault();
  action();
}
function startKeys() {
  document.addEventListener('keydown', onKey);
  byId('abrir-ayuda').addEventListener('click', function () { showHelp(true); });
  byId('cerrar-ayuda').addEventListener('click', function () { showHelp(false); });
  byId('atajos').checked = recall('quorum-atajos') !== 'no';
  byId('atajos').addEventListener('change', function (event) { remember('quorum-atajos', event.target.checked ? 'si' : 'no'); });
}
`.trim()
