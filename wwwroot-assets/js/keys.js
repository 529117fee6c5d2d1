// R resets the lab, Shift+R the sandbox. Never while typing, never with another modifier, never on repeat, and it can be switched off.
const read = () => { try { return localStorage.getItem('keys') !== 'off'; } catch { return true; } };
const typing = target => target.isContentEditable || target.closest?.('input:not([type=range], [type=radio], [type=checkbox], [type=button]), textarea, select, [role=textbox], dialog');

export function enabled() { return read(); }

export function set(wanted) {
  try { localStorage.setItem('keys', wanted ? 'on' : 'off'); } catch { /* stays as it is, then */ }
  document.querySelectorAll('keys-switch').forEach(show);
}

// Calls ResetLab and ResetSandbox of a .NET object until the returned handle is stopped; each press is a "visualizer:reset" event too.
export function listen(page) {
  const pressed = event => {
    if (event.key.toLowerCase() !== 'r' || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!read() || typing(event.target)) return;
    const scope = event.shiftKey ? 'sandbox' : 'lab';
    document.dispatchEvent(new CustomEvent('visualizer:reset', { detail: { scope } }));
    page?.invokeMethodAsync(scope === 'sandbox' ? 'ResetSandbox' : 'ResetLab');
  };
  document.addEventListener('keydown', pressed);
  return { stop: () => document.removeEventListener('keydown', pressed) };
}

const show = element => element.querySelector('button')?.setAttribute('aria-pressed', String(read()));

customElements.define('keys-switch', class extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this);
    queueMicrotask(() => show(this));
  }
  disconnectedCallback() { this.removeEventListener('click', this); }
  handleEvent(event) { if (event.target.closest('button')) set(!read()); }
});
