/**
 * What can be tried without a page: folding of text, search, and the reading and joining of notes. A file of
 * notes is untrusted: it is capped, checked in full and copied field by field, or refused with the reason.
 */
export const CORE_SCRIPT = String.raw`
var FOLDED = Object.create(null);
function foldUnit(unit) {
  var known = FOLDED[unit];
  if (known !== undefined) return known;
  var folded = /\s/.test(unit) ? ' ' : unit.normalize('NFD').replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '').toLowerCase();
  FOLDED[unit] = folded;
  return folded;
}
/* Text without accents or case; 'at' gives, for each folded character, where it was (null: where it is). */
function fold(text) {
  var out = '', at = null;
  for (var i = 0; i < text.length; i += 1) {
    var folded = foldUnit(text[i]);
    if (folded.length !== 1 && at === null) { at = []; for (var k = 0; k < out.length; k += 1) at.push(k); }
    if (at !== null) for (var n = 0; n < folded.length; n += 1) at.push(i);
    out += folded;
  }
  return { text: out, at: at, length: text.length };
}
/* Words of a question, and phrases between quotation marks; nothing below two characters in all. */
function termsOf(query) {
  var folded = fold(query.slice(0, 200)).text.replace(/[“”«»]/g, '"'), terms = [];
  folded.replace(/"([^"]*)"?|([^\s"]+)/g, function (all, phrase, word) {
    var term = (phrase === undefined ? word : phrase).trim();
    if (term !== '' && terms.length < 8 && terms.indexOf(term) < 0) terms.push(term);
    return '';
  });
  return terms.join('').length < 2 ? [] : terms;
}
/* Where the terms are in a folded text, as places of the text itself, joined and in order; null unless all are. */
function rangesOf(folded, terms) {
  var ranges = [];
  for (var t = 0; t < terms.length; t += 1) {
    var from = folded.text.indexOf(terms[t]);
    if (from < 0) return null;
    for (var times = 0; from >= 0 && times < 50; times += 1) {
      var to = from + terms[t].length;
      ranges.push(folded.at === null ? [from, to] : [folded.at[from], to < folded.at.length ? folded.at[to] : folded.length]);
      from = folded.text.indexOf(terms[t], to);
    }
  }
  ranges.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; });
  return ranges.reduce(function (joined, range) {
    var last = joined[joined.length - 1];
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]); else joined.push(range.slice());
    return joined;
  }, []);
}

var NOTES_FORMAT = 'quorum/notas';
var NOTES_VERSION = 1;
var NOTES_MOST_BYTES = 2 * 1024 * 1024;
var NOTES_MOST = 2000;
var NOTE_MOST = 10000;
var MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
function own(value, name) { return Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined; }
function isObject(value) { return typeof value === 'object' && value !== null && !Array.isArray(value); }
function isText(value, least, most) { return typeof value === 'string' && value.length >= least && value.length <= most; }
/* A note of a file, field by field; null when anything about it is not as it should be. */
function noteOf(value) {
  if (!isObject(value)) return null;
  var note = { id: own(value, 'id'), target: own(value, 'target'), label: own(value, 'label'), digest: own(value, 'digest'), text: own(value, 'text'), createdAt: own(value, 'createdAt'), updatedAt: own(value, 'updatedAt') };
  var right = isText(note.id, 8, 64) && /^[0-9a-f]+$/.test(note.id) && isText(note.target, 1, 300) && isText(note.label, 0, 500) &&
    isText(note.digest, 64, 64) && /^[0-9a-f]+$/.test(note.digest) && isText(note.text, 1, NOTE_MOST) &&
    isText(note.createdAt, 20, 24) && MOMENT.test(note.createdAt) && isText(note.updatedAt, 20, 24) && MOMENT.test(note.updatedAt);
  return right ? note : null;
}
/* Notes of a file: { notes } or { problem } in words. */
function readNotes(text, notesOf) {
  if (text.length > NOTES_MOST_BYTES) return { problem: 'El archivo pesa más de 2 MB: no es de notas.' };
  var file;
  try { file = JSON.parse(text); } catch (error) { return { problem: 'El archivo está incompleto o no es de notas.' }; }
  if (!isObject(file) || own(file, 'format') !== NOTES_FORMAT) return { problem: 'El archivo no es de notas de un expediente.' };
  var version = own(file, 'version');
  if (typeof version !== 'number' || version < 1) return { problem: 'El archivo no dice de qué versión son sus notas.' };
  if (version > NOTES_VERSION) return { problem: 'Las notas se guardaron con una versión más nueva del expediente: ábralas con ella.' };
  var list = own(file, 'notes');
  if (!Array.isArray(list)) return { problem: 'El archivo no trae notas.' };
  if (own(file, 'notesOf') !== notesOf) {
    var title = own(file, 'title');
    return { problem: 'Las notas son de otro expediente' + (isText(title, 1, 300) ? ': «\u2068' + title + '\u2069».' : '.') };
  }
  if (list.length > NOTES_MOST) return { problem: 'El archivo trae más de ' + NOTES_MOST + ' notas.' };
  var notes = [];
  for (var i = 0; i < list.length; i += 1) {
    var note = noteOf(list[i]);
    if (note === null) return { problem: 'La nota ' + (i + 1) + ' del archivo no se entiende; no se cargó ninguna.' };
    notes.push(note);
  }
  return { notes: notes };
}
/* Two lists of notes as one: of the same note the one written last stays. */
function joinNotes(mine, others) {
  var byId = new Map(), added = 0, newer = 0, older = 0;
  mine.forEach(function (note) { byId.set(note.id, note); });
  others.forEach(function (note) {
    var known = byId.get(note.id);
    if (known === undefined) added += 1;
    else if (known.updatedAt < note.updatedAt) newer += 1;
    else { older += 1; return; }
    byId.set(note.id, note);
  });
  return { notes: Array.from(byId.values()), added: added, newer: newer, older: older };
}
function notesFile(data, notes, now) {
  return JSON.stringify({ format: NOTES_FORMAT, version: NOTES_VERSION, notesOf: data.notesOf, title: data.title, packetVersion: data.version, savedAt: now, notes: notes }, null, 1);
}
`.trim()
