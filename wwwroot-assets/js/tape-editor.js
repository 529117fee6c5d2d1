// <lab-tape>: the pointer's hand on a tape of requests. A stop under the pointer follows it from tenth to tenth of a second; where it is dropped,
// or where the bare line was pressed, is told through the hidden input, and the server's answer puts everything in its place. Keys are the server's.
const step = 100; // ms of the tape
const still = 4; // px that a press may tremble

// The text node is the server's: it is changed, never replaced.
const say = (stop, at) => { stop.querySelector('.when').firstChild.data = `${at / 1000} s`; };

customElements.define('lab-tape', class extends HTMLElement {
  #held = null; // { stop, from: x, left, at, moved }

  connectedCallback() {
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown']) this.addEventListener(type, this);
  }

  handleEvent(event) { this[event.type]?.(event); }

  // Arrows move a stop, and neither the page nor a panel.
  keydown(event) { if (event.key.startsWith('Arrow') && event.target.closest('[data-stop]')) event.preventDefault(); }

  pointerdown(event) {
    if (event.button !== 0) return;
    const stop = event.target.closest('[data-stop]');
    this.#held = { stop, from: event.clientX, left: stop?.style.left, at: this.#at(event), moved: false };
    if (!stop) return;
    this.setPointerCapture(event.pointerId);
    stop.focus({ preventScroll: true });
    event.preventDefault(); // no selection of text, and the focus stays
  }

  pointermove(event) {
    const held = this.#held;
    if (!held || !(held.moved ||= Math.abs(event.clientX - held.from) > still) || !held.stop) return;
    held.at = this.#at(event);
    held.stop.dataset.held = '';
    held.stop.style.left = `${held.at / this.#span * 100}%`;
    say(held.stop, held.at);
  }

  pointerup() {
    const held = this.#held;
    this.#held = null;
    if (!held) return;
    if (!held.stop) { if (!held.moved) this.#tell('new', held.at); return; }
    if (held.moved && held.at !== Number(held.stop.dataset.at)) this.#tell(held.stop.dataset.stop, held.at);
    else this.#putBack(held);
    delete held.stop.dataset.held;
  }

  pointercancel() {
    if (this.#held?.stop) this.#putBack(this.#held);
    this.#held = null;
  }

  get #span() { return Number(this.dataset.span); }

  #at(event) {
    const { left, width } = this.getBoundingClientRect();
    const at = Math.round((event.clientX - left) / width * this.#span / step) * step;
    return Math.min(this.#span, Math.max(0, at));
  }

  #putBack({ stop, left }) {
    stop.style.left = left;
    say(stop, stop.dataset.at);
    delete stop.dataset.held;
  }

  #tell(what, at) {
    const input = this.querySelector('input');
    input.value = `${what} ${at}`;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
});
