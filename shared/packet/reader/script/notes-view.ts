/** Notes on the page: beside what they speak of, and together in their panel; an editor that opens in place. */
export const NOTES_VIEW_SCRIPT = `
var editing = null;
var MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
function two(n) { return ('0' + n).slice(-2); }
function momentWords(text) {
  var date = new Date(text);
  return isNaN(date) ? '' : date.getDate() + ' ' + MONTHS[date.getMonth()] + ' ' + date.getFullYear() + ', ' + two(date.getHours()) + ':' + two(date.getMinutes());
}
function button(text, action, className, label) {
  var one = make('button', className, text);
  one.type = 'button';
  if (label) one.setAttribute('aria-label', label);
  one.addEventListener('click', action);
  return one;
}
function inOrder(list) {
  return list.slice().sort(function (a, b) { return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1; });
}
function hasChanged(note) { var about = targets.get(note.target); return about !== undefined && about.digest !== note.digest; }
function changedNotice(note) {
  var line = make('div', 'changed');
  line.append(make('span', 'mark abstain', '▲ Cambió desde que escribió esta nota. '));
  if (data.hasChanges) { var link = make('a', '', 'Ver qué cambió'); link.href = '#cambios'; line.append(link, ' '); }
  line.append(button('Ya lo vi', function () { acceptChange(note.id); focusTarget(note.target); }, 'quiet'));
  return line;
}
function noteCard(note, here) {
  var card = make('div', 'note'), about = targets.get(note.target);
  if (here) card.setAttribute('data-note', note.id);
  if (!here) {
    var name = make(about ? 'a' : 'span', 'about', note.label || 'Sin nombre');
    if (about) { name.href = '#' + about.anchor; name.textContent = about.label; }
    name.dir = 'auto';
    card.append(name);
    if (!about) card.setAttribute('data-note', note.id);
  }
  var text = make('div', 'note-text', note.text);
  text.dir = 'auto';
  card.append(text);
  if (hasChanged(note)) card.append(changedNotice(note));
  var foot = make('div', 'foot');
  foot.append(make('span', 'muted small', momentWords(note.updatedAt)));
  if (here) foot.append(button('Editar', function () { openEditor(note.target, note); }, 'quiet'));
  if (here || !about) foot.append(button('Borrar', function () { eraseNote(note.id); byId('deshacer').focus(); }, 'quiet'));
  card.append(foot);
  return card;
}
function slotOf(target) {
  var slots = document.querySelectorAll('.slot');
  for (var i = 0; i < slots.length; i += 1) if (slots[i].getAttribute('data-n') === target) return slots[i];
  return null;
}
function focusTarget(target) {
  var slot = slotOf(target), add = slot && slot.querySelector('.add');
  if (add) add.focus();
}
function editorFor(slot, target, note) {
  var form = make('div', 'editor'), id = 'nota-nueva', label = make('label', '', note ? 'Editar la nota' : 'Nota nueva'), area = make('textarea');
  var about = targets.get(target);
  if (about) label.append(' sobre «', make('bdi', '', about.label.length > 80 ? about.label.slice(0, 79) + '…' : about.label), '»');
  label.htmlFor = id;
  area.id = id;
  area.maxLength = NOTE_MOST;
  area.rows = 3;
  area.dir = 'auto';
  area.value = editing.text;
  area.addEventListener('input', function () { editing.text = area.value; });
  function close(save) {
    if (save && area.value.trim() === '') { area.focus(); return; }
    editing = null;
    if (!save || !writeNote(note ? note.id : null, target, area.value)) drawSlot(slot);
    focusTarget(target);
  }
  area.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); close(false); }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); close(true); }
  });
  var foot = make('div', 'foot');
  foot.append(button('Guardar nota', function () { close(true); }, 'main'), button('Cancelar', function () { close(false); }, 'quiet'), make('span', 'muted small', 'Ctrl+Enter guarda · Esc cancela'));
  form.append(label, area, foot);
  return form;
}
function drawSlot(slot) {
  var target = slot.getAttribute('data-n'), about = targets.get(target);
  if (!about) return;
  var own = inOrder(notes.filter(function (note) { return note.target === target; })), open = editing !== null && editing.target === target;
  slot.textContent = '';
  own.forEach(function (note) {
    slot.append(open && editing.note && editing.note.id === note.id ? editorFor(slot, target, note) : noteCard(note, true));
  });
  if (open && !editing.note) slot.append(editorFor(slot, target, null));
  if (!open) slot.append(button(slot.closest('li,tr,.agreement') ? 'Nota' : 'Añadir nota', function () { openEditor(target, null); }, 'quiet add', 'Añadir nota sobre ' + about.label));
}
function openEditor(target, note) {
  if (editing !== null && editing.text.trim() !== '' && editing.text !== (editing.note ? editing.note.text : '')) {
    var open = byId('nota-nueva');
    if (open) { open.focus(); open.scrollIntoView({ block: 'center' }); say('Guarde o cancele primero la nota que está escribiendo.', 'error'); return; }
  }
  var before = editing === null ? null : slotOf(editing.target), slot = slotOf(target);
  if (!slot) return;
  editing = { target: target, note: note, text: note ? note.text : '' };
  if (before && before !== slot) drawSlot(before);
  drawSlot(slot);
  reveal(slot);
  byId('nota-nueva').focus();
}
function group(title, help, list) {
  var part = make('div', 'group');
  part.append(make('h3', '', title + ' (' + list.length + ')'));
  if (help) part.append(make('p', 'muted small', help));
  inOrder(list).forEach(function (note) { part.append(noteCard(note, false)); });
  return part;
}
function drawPanel() {
  var list = byId('notas-lista'), lost = [], changed = [], rest = [];
  notes.forEach(function (note) { (!targets.has(note.target) ? lost : hasChanged(note) ? changed : rest).push(note); });
  list.textContent = '';
  byId('notas-indice').textContent = String(notes.length);
  byId('guardar-notas').disabled = notes.length === 0;
  if (!notes.length) list.append(make('p', 'muted', 'Todavía no hay notas. Oprima N mientras lee un punto, o «Añadir nota» donde quiera escribir una.'));
  if (lost.length) list.append(group('Sin lugar en esta versión', 'Aquello de lo que hablan ya no está en este expediente.', lost));
  if (changed.length) list.append(group('Por revisar', 'Lo que comentan cambió después de escribirlas.', changed));
  var order = new Map();
  data.targets.forEach(function (entry, n) { order.set(entry[0], n); });
  if (rest.length) list.append(group('En su lugar', '', rest.sort(function (a, b) { return order.get(a.target) - order.get(b.target); })));
}
function drawNotes() {
  document.querySelectorAll('.slot').forEach(drawSlot);
  drawPanel();
}
`.trim()
