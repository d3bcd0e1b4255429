/**
 * What the form does in the browser of the área: checks, saves and copies the answers. Plain script without
 * network; it only reads the fields, and writes text (never markup) into the page.
 */
export const FORM_SCRIPT = `
'use strict';
(function () {
  var data = JSON.parse(document.getElementById('datos').textContent);
  var dirty = false;
  function field(id) { return document.getElementById(id); }
  function two(n) { return String(n).padStart(2, '0'); }
  function today() { var d = new Date(); return d.getFullYear() + '-' + two(d.getMonth() + 1) + '-' + two(d.getDate()); }
  function say(text, kind) { var s = field('status'); s.textContent = text; s.dataset.kind = kind; }
  function fault(id, text) {
    var input = field(id), note = field(id + '-error');
    note.textContent = text;
    if (text) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
    return text ? input : null;
  }
  function stateOf(n) {
    var chosen = document.querySelector('input[name=state-' + n + ']:checked');
    return chosen && chosen.value ? chosen.value : null;
  }
  function dateFault(n, item) {
    var value = field('on-' + n).value;
    if (!value) return 'Escriba la fecha completa.';
    if (value > today()) return 'La fecha es posterior a hoy.';
    if (value < item.openedOn) return 'La fecha es anterior a cuando el asunto quedó pendiente (' + item.openedOn + ').';
    return '';
  }
  function read() {
    var wrong = [];
    function check(id, text) { var input = fault(id, text); if (input) wrong.push(input); }
    check('who', field('who').value.trim() ? '' : 'Escriba quién responde.');
    var answers = [];
    data.items.forEach(function (item, n) {
      var note = field('note-' + n).value.trim(), state = stateOf(n);
      var touched = note !== '' || state !== null;
      check('on-' + n, touched ? dateFault(n, item) : '');
      if (touched) answers.push({ itemId: item.itemId, code: item.code, fingerprint: item.fingerprint, state: state, on: field('on-' + n).value, note: note });
    });
    if (wrong.length) { say('Falta corregir ' + wrong.length + (wrong.length === 1 ? ' dato.' : ' datos.'), 'error'); wrong[0].focus(); return null; }
    if (!answers.length) { say('No ha respondido ningún asunto: marque cómo está o escriba el avance de alguno.', 'error'); return null; }
    return { format: data.format, version: data.version, formId: data.formId, bodyId: data.bodyId, area: data.area, madeAt: data.madeAt,
      answeredBy: field('who').value.trim(), position: field('position').value.trim(), reference: field('reference').value.trim(), answers: answers };
  }
  function count(file) { return file.answers.length + (file.answers.length === 1 ? ' asunto' : ' asuntos'); }
  function save() {
    var file = read();
    if (!file) return;
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' }));
    link.download = data.fileName;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    dirty = false;
    say('Se guardó ' + data.fileName + ' con ' + count(file) + ', en su carpeta de descargas. Adjúntelo a un correo para la Secretaría Técnica.', 'done');
  }
  function pasteText(file) {
    var lines = ['Respuestas de ' + file.area + ' (' + file.answeredBy + ')', ''];
    file.answers.forEach(function (answer) {
      var item = data.items.find(function (one) { return one.itemId === answer.itemId; });
      var state = answer.state === 'fulfilled' ? 'cumplido' : answer.state === 'in-progress' ? 'en proceso' : 'sin cambio';
      lines.push(answer.code + ' ' + item.title, '  ' + state + ', ' + answer.on + (answer.note ? ': ' + answer.note : ''), '');
    });
    var bytes = new TextEncoder().encode(JSON.stringify(file)), text = '';
    bytes.forEach(function (byte) { text += String.fromCharCode(byte); });
    var digits = btoa(text);
    return lines.concat(['No modifique las líneas que siguen:', data.pasteStart, '#' + digits.length + '#'], digits.match(/.{1,64}/g), [data.pasteEnd]).join('\\n');
  }
  function copy() {
    var file = read();
    if (!file) return;
    var box = field('paste');
    box.value = pasteText(file);
    field('paste-row').hidden = false;
    box.focus();
    box.select();
    var copied = false;
    try { copied = document.execCommand('copy'); } catch (error) { copied = false; }
    if (copied) dirty = false;
    say(copied ? 'Se copió el texto con ' + count(file) + ': péguelo en un correo para la Secretaría Técnica.' : 'Copie el texto de abajo (Ctrl+C) y péguelo en un correo.', copied ? 'done' : 'error');
  }
  field('save').addEventListener('click', save);
  field('copy').addEventListener('click', copy);
  field('print').addEventListener('click', function () { window.print(); });
  data.items.forEach(function (item, n) { field('on-' + n).value = today(); field('on-' + n).max = today(); });
  document.addEventListener('input', function (event) { if (event.target.id !== 'paste') { dirty = true; say('', ''); } });
  window.addEventListener('beforeunload', function (event) { if (dirty) event.preventDefault(); });
  field('ask').hidden = true;
  field('send').hidden = false;
})();
`.trim()
