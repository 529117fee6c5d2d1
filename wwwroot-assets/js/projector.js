// <projector-switch>: one picture, one number, one sentence. Lasts for this tab: the teacher's own screen stays as it is.
const on = () => 'projector' in document.documentElement.dataset;

export function set(wanted) {
  if (wanted) document.documentElement.dataset.projector = '';
  else delete document.documentElement.dataset.projector;
  try { sessionStorage.setItem('projector', wanted ? 'on' : 'off'); } catch { /* lasts for this page, then */ }
  document.querySelectorAll('projector-switch').forEach(show);
}

const show = element => element.querySelector('button')?.setAttribute('aria-pressed', String(on()));

customElements.define('projector-switch', class extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this);
    queueMicrotask(() => show(this));
  }
  disconnectedCallback() { this.removeEventListener('click', this); }
  handleEvent(event) { if (event.target.closest('button')) set(!on()); }
});
