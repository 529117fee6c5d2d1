// <theme-switch>: three radios for system, light and dark. A custom element, because it must live through every re-render by the server.
const read = () => { try { return localStorage.getItem('theme') ?? 'system'; } catch { return 'system'; } };

export function set(theme) {
  const root = document.documentElement;
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
  try {
    if (theme === 'light' || theme === 'dark') localStorage.setItem('theme', theme);
    else localStorage.removeItem('theme');
  } catch { /* the choice lasts for this page, then */ }
  document.querySelectorAll('theme-switch').forEach(show);
}

const show = element => element.querySelectorAll('input').forEach(input => { input.checked = input.value === read(); });

customElements.define('theme-switch', class extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', this);
    queueMicrotask(() => show(this)); // the children may follow in the same batch
  }
  disconnectedCallback() { this.removeEventListener('change', this); }
  handleEvent(event) { set(event.target.value); }
});

// Another tab chose: follow it.
addEventListener('storage', event => { if (event.key === 'theme') set(read()); });
