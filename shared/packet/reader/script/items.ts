/** The table of the follow-up: filtered by words and state, sorted by its columns. */
export const ITEMS_SCRIPT = `
function itemRows() { return Array.from(document.querySelectorAll('#asuntos tbody tr')); }
function rowText(row) {
  return fold(textNodes(row).map(function (node) { return node.data; }).join(' ')).text;
}
function filterItems() {
  var words = fold(byId('filtro').value).text.split(' ').filter(Boolean), shown = 0, rows = itemRows();
  var states = Array.from(document.querySelectorAll('#filtros [name=estado]:checked')).map(function (box) { return box.value; });
  var late = byId('solo-vencidos') !== null && byId('solo-vencidos').checked;
  rows.forEach(function (row) {
    var text = words.length ? rowText(row) : '';
    var fits = words.every(function (word) { return text.indexOf(word) >= 0; }) && (!states.length || states.indexOf(row.dataset.state) >= 0) && (!late || row.dataset.late !== undefined);
    row.hidden = !fits;
    if (fits) shown += 1;
  });
  byId('filtro-cuenta').textContent = shown === rows.length ? '' : shown === 0 ? 'Ningún asunto coincide con el filtro.' : 'Se muestran ' + shown + ' de ' + rows.length + '.';
}
function resetFilter() {
  byId('filtro').value = '';
  document.querySelectorAll('#filtros input:checked').forEach(function (box) { box.checked = false; });
  filterItems();
}
function sortKey(row, key) {
  if (key === 'who') return rowText(row.cells[2]).trim();
  return key === 'due' ? row.dataset.due : Number(row.dataset[key]);
}
function sortItems(head, key) {
  var down = head.getAttribute('aria-sort') === 'ascending', body = document.querySelector('#asuntos tbody');
  var rows = itemRows().map(function (row) { return { row: row, key: sortKey(row, key), order: Number(row.dataset.order) }; });
  rows.sort(function (a, b) { return (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) * (down ? -1 : 1) || a.order - b.order; });
  rows.forEach(function (one) { body.append(one.row); });
  document.querySelectorAll('#asuntos th[aria-sort]').forEach(function (other) { other.removeAttribute('aria-sort'); });
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  index = null;
}
function startItems() {
  if (!byId('asuntos')) return;
  byId('filtros').hidden = false;
  byId('filtros').addEventListener('input', filterItems);
  document.querySelectorAll('#asuntos th[data-sort]').forEach(function (head) {
    var label = head.textContent;
    head.textContent = '';
    head.dataset.label = label;
    head.append(button(label, function () { sortItems(head, head.dataset.sort); }, 'sort'));
  });
}
`.trim()
