/** Search of the whole page: hits with their surroundings, marked where they are, one key from each other. */
export const SEARCH_SCRIPT = `
var BLOCKS = 'h1,h2,h3,h4,p,li,dd,dt,td,th,summary';
var LISTED = 200;
var MARKED = 2000;
var CAN_PAINT = typeof Highlight === 'function' && typeof StaticRange === 'function' && typeof CSS === 'object' && CSS.highlights !== undefined;
var index = null, hits = [], current = -1, terms = [], marks = [];
function make(tag, className, text) {
  var element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
function byId(id) { return document.getElementById(id); }
function textNodes(block) {
  var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('.slot,button,.shape')) nodes.push(walker.currentNode);
  return nodes;
}
function whereOf(block) {
  var words = [];
  for (var place = block.closest('[data-w]'); place; place = place.parentElement && place.parentElement.closest('[data-w]')) {
    if (!words.length || place.tagName !== 'SECTION') words.unshift(place.getAttribute('data-w'));
  }
  return words.join(' · ');
}
function buildIndex() {
  index = [];
  document.querySelectorAll('main').forEach(function (main) {
    main.querySelectorAll(BLOCKS).forEach(function (block) {
      if (block.querySelector(BLOCKS) || block.closest('[data-copy],.slot,#filtros,thead')) return;
      var text = textNodes(block).map(function (node) { return node.data; }).join('');
      if (text.trim()) index.push({ block: block, text: text, folded: fold(text), where: null });
    });
  });
}
/* Notes come and go, so they are read anew each time. */
function noteEntries() {
  return notes.map(function (note) {
    return { block: null, note: note.id, text: note.text, folded: fold(note.text), where: 'Mi nota · ' + note.label };
  });
}
/* Pieces of text nodes that a hit covers, as [node, from, to]. */
function piecesOf(hit) {
  var offset = 0, pieces = [];
  textNodes(hit.block).forEach(function (node) {
    var start = offset, length = node.data.length;
    offset += length;
    hit.ranges.forEach(function (range) {
      var from = Math.max(range[0] - start, 0), to = Math.min(range[1] - start, length);
      if (from < to) pieces.push([node, from, to]);
    });
  });
  return pieces;
}
function rangeOf(piece) { return new StaticRange({ startContainer: piece[0], startOffset: piece[1], endContainer: piece[0], endOffset: piece[2] }); }
/* Browsers that can paint a text without touching the page show all hits; the others, the one visited. */
function paint(name, list) {
  if (!CAN_PAINT) return;
  var highlight = new Highlight();
  list.forEach(function (hit) { if (hit.block) piecesOf(hit).forEach(function (piece) { highlight.add(rangeOf(piece)); }); });
  highlight.priority = name === 'visitado' ? 1 : 0;
  CSS.highlights.set(name, highlight);
}
function clearMarks() {
  marks.forEach(function (mark) {
    var parent = mark.parentNode;
    while (mark.firstChild) parent.insertBefore(mark.firstChild, mark);
    parent.removeChild(mark);
    parent.normalize();
  });
  marks = [];
}
function markHit(hit) {
  if (CAN_PAINT) { paint('visitado', [hit]); return; }
  clearMarks();
  if (hit.block) piecesOf(hit).reverse().forEach(function (piece) {
    var range = document.createRange(), mark = make('mark', 'now');
    range.setStart(piece[0], piece[1]);
    range.setEnd(piece[0], piece[2]);
    range.surroundContents(mark);
    marks.push(mark);
  });
}
function snippet(hit) {
  var first = hit.ranges[0][0], from = Math.max(0, first - 40), to = Math.min(hit.text.length, first + 110), at = from;
  var line = make('span', 'snippet');
  line.dir = 'auto';
  if (from > 0) line.append('…');
  hit.ranges.forEach(function (range) {
    if (range[0] >= to || range[0] < at) return;
    line.append(hit.text.slice(at, range[0]));
    line.append(make('mark', '', hit.text.slice(range[0], range[1])));
    at = range[1];
  });
  if (at < to) line.append(hit.text.slice(at, to));
  if (to < hit.text.length) line.append('…');
  return line;
}
function showList() {
  var list = byId('hallazgos'), more = byId('hallazgos-mas');
  list.textContent = '';
  hits.slice(0, LISTED).forEach(function (hit, n) {
    var option = make('li');
    option.id = 'hallazgo-' + n;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    var where = make('span', 'where muted', hit.where === null ? (hit.where = whereOf(hit.block)) : hit.where);
    where.dir = 'auto';
    option.append(where, snippet(hit));
    list.append(option);
  });
  more.textContent = hits.length === 0 ? 'Nada dice eso. Pruebe con menos palabras.' : hits.length > LISTED ? 'Y ' + (hits.length - LISTED) + ' más: siga escribiendo, o recórralos con F3.' : '';
}
function showCount() {
  var words = hits.length === 1 ? '1 hallazgo' : hits.length + ' hallazgos';
  byId('cuenta').textContent = !terms.length ? '' : current < 0 ? words : (current + 1) + ' de ' + words;
  byId('pasos').hidden = !terms.length;
}
function openPanel(open) {
  byId('panel').hidden = !open;
  byId('buscar').setAttribute('aria-expanded', String(open));
  if (!open) byId('buscar').removeAttribute('aria-activedescendant');
}
function search() {
  if (index === null) buildIndex();
  clearMarks();
  terms = termsOf(byId('buscar').value);
  current = -1;
  hits = [];
  if (terms.length) index.concat(noteEntries()).forEach(function (entry) {
    var ranges = rangesOf(entry.folded, terms);
    if (ranges) hits.push({ block: entry.block, note: entry.note, text: entry.text, where: entry.where, ranges: ranges });
  });
  paint('hallado', hits.slice(0, MARKED));
  paint('visitado', []);
  if (terms.length) showList();
  openPanel(terms.length > 0);
  showCount();
}
function reveal(element) {
  for (var parent = element; parent; parent = parent.parentElement) {
    if (parent.tagName === 'DETAILS') parent.open = true;
    if (parent.tagName === 'TR' && parent.hidden) resetFilter();
  }
}
function placeOf(hit) { return hit.block || document.querySelector('[data-note="' + hit.note + '"]'); }
function visit(n) {
  if (!hits.length) return;
  current = (n + hits.length) % hits.length;
  var hit = hits[current], place = placeOf(hit);
  markHit(hit);
  if (place) { reveal(place); place.scrollIntoView({ block: 'center' }); }
  document.querySelectorAll('#hallazgos [aria-selected=true]').forEach(function (option) { option.setAttribute('aria-selected', 'false'); });
  var option = byId('hallazgo-' + current);
  if (option && !byId('panel').hidden) {
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    byId('buscar').setAttribute('aria-activedescendant', option.id);
  }
  showCount();
}
function enterHit() {
  if (!hits.length) return;
  if (current < 0) visit(0);
  var place = placeOf(hits[current]);
  openPanel(false);
  if (!place) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
function startSearch() {
  var input = byId('buscar'), waiting = 0;
  input.addEventListener('input', function () { clearTimeout(waiting); waiting = setTimeout(search, 60); });
  input.addEventListener('focus', function () { if (index === null) setTimeout(function () { if (index === null) buildIndex(); }, 0); });
  input.addEventListener('keydown', function (event) {
    var down = event.key === 'ArrowDown';
    if (down || event.key === 'ArrowUp') {
      event.preventDefault();
      if (terms.length && byId('panel').hidden) openPanel(true);
      visit(current < 0 && !down ? hits.length - 1 : current + (down ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      clearTimeout(waiting);
      if (termsOf(input.value).join(' ') !== terms.join(' ')) search();
      enterHit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (!byId('panel').hidden) { openPanel(false); return; }
      input.value = '';
      search();
      input.blur();
    }
  });
  byId('hallazgos').addEventListener('mousedown', function (event) { event.preventDefault(); });
  byId('hallazgos').addEventListener('click', function (event) {
    var option = event.target.closest('[role=option]');
    if (!option) return;
    visit(Number(option.id.slice(9)));
    enterHit();
  });
  document.addEventListener('focusin', function (event) { if (!event.target.closest('.search')) openPanel(false); });
  document.addEventListener('click', function (event) { if (!event.target.closest('.search')) openPanel(false); });
  byId('anterior').addEventListener('click', function () { visit(current < 0 ? -1 : current - 1); });
  byId('siguiente').addEventListener('click', function () { visit(current + 1); });
}
`.trim()
