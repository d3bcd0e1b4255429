/**
 * A member's notes: kept by the browser where it can, else only while the page is open, which it says. Each
 * write reads what is kept first, so that two windows with the same packet do not lose each other's notes.
 */
export const NOTES_SCRIPT = `
var data = null, notes = [], targets = new Map(), kept = true, unsaved = false, takeBack = null;
function notesKey() { return 'quorum-notas:' + data.notesOf; }
function remember(key, value) { try { localStorage.setItem(key, value); return localStorage.getItem(key) === value; } catch (error) { return false; } }
function recall(key) { try { return localStorage.getItem(key); } catch (error) { return null; } }
function now() { return new Date().toISOString(); }
function newId() {
  var id = '';
  crypto.getRandomValues(new Uint8Array(12)).forEach(function (byte) { id += ('0' + byte.toString(16)).slice(-2); });
  return id;
}
function say(text, kind) {
  var line = byId('notas-aviso');
  line.textContent = text;
  line.dataset.kind = kind || '';
  byId('deshacer').hidden = takeBack === null;
}
/* What the browser keeps, or else what the page has; notes that cannot be read are put apart, never over. */
function readKept(mine) {
  var text = recall(notesKey());
  if (text === null) return mine;
  var result = readNotes(text, data.notesOf);
  if (result.notes) return result.notes;
  if (remember(notesKey() + ':ilegible', text)) say('Las notas que guardaba este navegador no se pudieron leer; se dejaron aparte sin borrarlas.', 'error');
  return mine;
}
function keep() {
  unsaved = true;
  kept = remember(notesKey(), notesFile(data, notes, now()));
  showKept();
}
function showKept() {
  byId('notas-lugar').textContent = kept
    ? 'Se guardan solas en este navegador.'
    : 'Este navegador no guarda las notas: antes de cerrar la página, guárdelas en un archivo.';
  byId('notas-lugar').dataset.kind = kept ? '' : 'error';
}
/* Changes the list as it is kept now, which another window may have changed since. */
function change(what, undoable) {
  if (kept) notes = readKept(notes);
  var base = notes.slice();
  notes = what(notes.slice());
  takeBack = undoable ? base : null;
  keep();
  drawNotes();
}
function writeNote(id, target, text) {
  var words = text.trim().slice(0, NOTE_MOST);
  if (words === '') return false;
  if (id === null && notes.length >= NOTES_MOST) { say('Ya hay ' + NOTES_MOST + ' notas: guárdelas en un archivo y borre las que no use.', 'error'); return false; }
  var about = targets.get(target), moment = now();
  change(function (list) {
    var known = list.find(function (note) { return note.id === id; });
    if (id !== null) list = list.filter(function (note) { return note.id !== id; });
    return list.concat({
      id: id === null ? newId() : id, target: target, label: about ? about.label : known ? known.label : '', text: words,
      digest: about ? about.digest : known ? known.digest : '', createdAt: known ? known.createdAt : moment, updatedAt: moment,
    });
  }, false);
  say('Nota guardada.', 'done');
  return true;
}
function eraseNote(id) {
  change(function (list) { return list.filter(function (note) { return note.id !== id; }); }, true);
  say('Se borró la nota.', 'done');
}
/* Says that the member has seen what changed: from here on the note speaks of the thing as it is. */
function acceptChange(id) {
  change(function (list) {
    return list.map(function (note) {
      var about = targets.get(note.target);
      return note.id === id && about ? Object.assign({}, note, { digest: about.digest, label: about.label, updatedAt: now() }) : note;
    });
  }, false);
  say('Se quitó el aviso de la nota.', 'done');
}
function saveFile() {
  var name = data.fileStem + '-' + now().slice(0, 10) + '.json', link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([notesFile(data, notes, now())], { type: 'application/json' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  unsaved = false;
  say('Se guardó ' + name + ' en su carpeta de descargas.', 'done');
}
function takeFile(text) {
  var result = readNotes(text, data.notesOf);
  takeBack = null;
  if (result.problem) { say(result.problem, 'error'); return; }
  var joined = joinNotes(notes, result.notes);
  if (joined.notes.length > NOTES_MOST) { say('Con las del archivo serían más de ' + NOTES_MOST + ' notas; no se cargó ninguna.', 'error'); return; }
  var changes = joined.added + joined.newer;
  if (changes) change(function (list) { return joinNotes(list, result.notes).notes; }, true);
  var parts = [];
  if (joined.added) parts.push(joined.added === 1 ? '1 nueva' : joined.added + ' nuevas');
  if (joined.newer) parts.push(joined.newer === 1 ? '1 más reciente que la suya' : joined.newer + ' más recientes que las suyas');
  if (joined.older) parts.push(joined.older === 1 ? '1 que ya tenía' : joined.older + ' que ya tenía');
  say(parts.length ? 'Notas del archivo: ' + parts.join(', ') + '.' : 'El archivo no trae notas.', 'done');
}
function loadFile(file) {
  if (file.size > NOTES_MOST_BYTES) { takeBack = null; say('El archivo pesa más de 2 MB: no es de notas.', 'error'); return; }
  var reader = new FileReader();
  reader.onload = function () { takeFile(String(reader.result)); };
  reader.onerror = function () { takeBack = null; say('No se pudo leer el archivo.', 'error'); };
  reader.readAsText(file);
}
function startNotes() {
  data.targets.forEach(function (entry) { targets.set(entry[0], { label: entry[1], digest: entry[2], anchor: entry[3] }); });
  kept = remember('quorum-prueba', '1');
  try { localStorage.removeItem('quorum-prueba'); } catch (error) { kept = false; }
  notes = readKept([]);
  showKept();
  drawNotes();
  byId('guardar-notas').addEventListener('click', saveFile);
  byId('cargar-notas').addEventListener('change', function (event) {
    if (event.target.files[0]) loadFile(event.target.files[0]);
    event.target.value = '';
  });
  byId('deshacer').addEventListener('click', function () {
    var back = takeBack;
    takeBack = null;
    if (back) change(function () { return back; }, false);
    say('Se deshizo.', 'done');
    byId('notas-titulo').focus();
  });
  byId('imprimir-notas').addEventListener('change', function (event) { document.documentElement.dataset.printNotes = event.target.checked ? 'yes' : 'no'; });
  window.addEventListener('storage', function (event) { if (event.key === notesKey()) { notes = readKept(notes); takeBack = null; drawNotes(); } });
  window.addEventListener('beforeunload', function (event) { if (!kept && unsaved && notes.length) { event.preventDefault(); event.returnValue = ''; } });
}
`.trim()
