// Reads a pasted token in the browser, and only there. What is not this sandbox's own is never handed on.
// Also keeps whole tokens out of the fields whose text does travel (data-no-tokens).

const looksLikeToken = /[\w-]{8,}\.[\w-]{8,}\.[\w-]*/;
const utf8 = new TextDecoder();

function decode(segment) {
  const binary = atob(segment.replaceAll('-', '+').replaceAll('_', '/'));
  const part = JSON.parse(utf8.decode(Uint8Array.from(binary, c => c.charCodeAt(0))));
  if (typeof part !== 'object' || part === null || Array.isArray(part)) throw new SyntaxError('not an object');
  return part;
}

function read(text) {
  const segments = text.trim().replace(/^Bearer\s+/i, '').split('.');
  if (segments.length < 2 || segments.length > 3) return null;
  try {
    return { token: segments.join('.'), whole: segments.length === 3, header: decode(segments[0]), payload: decode(segments[1]) };
  } catch {
    return null;
  }
}

function row(name, value, why) {
  const line = document.createElement('div');
  const [term, text] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = name;
  text.textContent = typeof value === 'string' ? value : JSON.stringify(value);
  line.append(term, text);
  if (why) {
    const mark = document.createElement('em');
    mark.textContent = `personal: ${why}`;
    line.className = 'personal';
    text.append(mark);
  }
  return line;
}

const isAddress = value => typeof value === 'string' && value.includes('@') && value.includes('.');

export function mount(root, page, personal) {
  const [field, verdict, list, take] = ['textarea', '.verdict', 'dl', '.take'].map(s => root.querySelector(s));
  const reasons = new Map(Object.entries(personal)); // a claim may be called "constructor"
  let own = null;

  async function show() {
    const text = field.value;
    const token = read(text);
    own = null;
    take.disabled = true;
    list.replaceChildren();
    delete verdict.dataset.own;
    if (text.trim() === '') { verdict.textContent = 'Nothing pasted yet.'; return; }
    if (!token) { verdict.dataset.own = 'false'; verdict.textContent = 'This does not decode as a token. It is sent nowhere.'; return; }
    for (const [name, value] of Object.entries(token.header)) list.append(row(`header ${name}`, value));
    for (const [name, value] of Object.entries(token.payload))
      list.append(row(name, value, reasons.get(name.toLowerCase()) ?? (isAddress(value) ? 'looks like an e-mail address' : undefined)));
    const sessions = await page.invokeMethodAsync('OwnSessions'); // asks for names of sessions; tells nothing
    if (field.value !== text) return;
    const mine = token.whole && sessions.includes(token.payload.sid);
    own = mine ? token.token : null;
    take.disabled = !mine;
    verdict.dataset.own = String(mine);
    verdict.textContent = mine
      ? 'Decoded, not verified. It is one of this page’s own tokens, so it may be tried at the doors.'
      : 'Decoded, not verified. It is not this sandbox’s token and may be real: it stays in this browser and cannot be sent.';
  }

  // Capture: before Blazor's own listeners see the text.
  const guard = event => {
    const target = event.target instanceof HTMLElement ? event.target.closest('[data-no-tokens]') : null;
    if (!target || !looksLikeToken.test(event.clipboardData?.getData('text') ?? '')) return;
    event.preventDefault();
    event.stopPropagation();
    field.focus();
    verdict.dataset.own = 'false';
    verdict.textContent = 'That looked like a token, and the text of that field travels. Paste tokens here: they stay in this browser.';
  };
  const hand = () => own && page.invokeMethodAsync('Take', own);
  field.addEventListener('input', show);
  take.addEventListener('click', hand);
  document.addEventListener('paste', guard, true);
  return {
    dispose() {
      field.removeEventListener('input', show);
      take.removeEventListener('click', hand);
      document.removeEventListener('paste', guard, true);
      field.value = '';
    },
  };
}

const left = 'visualizer.left-token';

/** Leaves a token lying in this browser's storage, as many pages do; null takes it away again. */
export function keepInStorage(token) {
  if (token === null) localStorage.removeItem(left); else localStorage.setItem(left, token);
  return isInStorage();
}

export const isInStorage = () => localStorage.getItem(left) !== null;

/** How many places of this browser's own storage hold something that reads as a token. */
export function leftInStorage() {
  const texts = [document.cookie, location.href, ...[localStorage, sessionStorage].flatMap(s => Object.values(s))];
  return texts.filter(text => looksLikeToken.test(text) && /eyJ/.test(text)).length;
}
