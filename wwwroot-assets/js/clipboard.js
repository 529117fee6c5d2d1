// Any element with data-copy copies that text; with data-copy-from, the text of the element it names. Says so where it was pressed and to a screen reader.
const copiedFor = 1600;
let live;

export async function copy(text) {
  if (navigator.clipboard?.writeText) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* refused: try the old way */ }
  }
  // Plain http on a classroom's network is no secure context: there only the old way works.
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

function say(text) {
  live ??= Object.assign(document.createElement('div'), { className: 'sr-only' });
  live.setAttribute('role', 'status');
  if (!live.isConnected) document.body.append(live);
  live.textContent = text;
}

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy], [data-copy-from]');
  if (!button) return;
  const text = button.dataset.copy ?? document.getElementById(button.dataset.copyFrom)?.innerText.trim();
  if (!text) return;
  const done = await copy(text);
  button.focus();
  button.dataset.copied = done ? 'yes' : 'no';
  say(done ? 'Copied' : 'Could not copy: select the text instead');
  setTimeout(() => { delete button.dataset.copied; say(''); }, copiedFor);
});
