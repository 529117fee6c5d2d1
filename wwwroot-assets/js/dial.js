// <lab-dial>: a range input whose value the server owns but the hand leads. While it is held the number follows at once,
// the server hears of it ten times a second at most, and no late answer moves the thumb: not even an answer to an earlier one of
// several keys. Once the server says what it heard last, or for so long has not, its word counts again.
const every = 100;
const patience = 2000;
const spoken = value => Number(value).toLocaleString('en-US', { maximumFractionDigits: 3 }); // as Dial.razor says it

customElements.define('lab-dial', class extends HTMLElement {
  static observedAttributes = ['data-value', 'data-max', 'data-unit', 'data-words'];
  #held = false;
  #timer = 0;
  #sent;       // what the server heard last
  #awaited = 0; // the patience with it, or 0 where nothing is awaited

  connectedCallback() {
    for (const type of ['input', 'change', 'pointerdown']) this.addEventListener(type, this);
    addEventListener('pointerup', this);
    addEventListener('pointercancel', this);
    queueMicrotask(() => this.#follow());
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    clearTimeout(this.#awaited);
    removeEventListener('pointerup', this);
    removeEventListener('pointercancel', this);
  }

  // Later: the server changes the bounds in the same stroke, and a value is cut to the bounds that stand.
  attributeChangedCallback() { queueMicrotask(() => this.#follow()); }

  handleEvent({ type, isTrusted }) {
    if (type === 'pointerdown') this.#held = true;
    else if (type === 'input') { this.#draw(); this.#timer ||= setTimeout(() => this.#send(), every); }
    else if (type === 'change' && isTrusted) { clearTimeout(this.#timer); this.#timer = 0; this.#await(); }
    else if (type.startsWith('pointer') && this.#held) this.#held = false;
  }

  get #input() { return this.querySelector('input'); }

  // What the server says stands, unless the hand is on it.
  #follow() {
    const input = this.#input;
    if (!input) return;
    const { value, max } = this.dataset, said = value === 'max' ? max : value; // at the end, wherever that is
    input.max = max;
    if (said === this.#sent) this.#stopWaiting();
    if (!this.#held && !this.#timer && !this.#awaited) input.value = said;
    this.#draw();
  }

  #await() {
    this.#stopWaiting();
    this.#sent = this.#input.value;
    this.#awaited = setTimeout(() => { this.#awaited = 0; this.#follow(); }, patience);
  }

  #stopWaiting() {
    clearTimeout(this.#awaited);
    this.#awaited = 0;
  }

  #draw() {
    const { value, min, max } = this.#input;
    const shown = this.dataset.words ? this.dataset.words.split(' ')[value] : this.dataset.unit ? `${spoken(value)} ${this.dataset.unit.replace('{max}', spoken(max))}` : spoken(value);
    this.querySelector('output').textContent = shown;
    this.#input.setAttribute('aria-valuetext', shown);
    this.style.setProperty('--done', (value - min) / (max - min));
  }

  #send() {
    this.#timer = 0;
    if (this.#sent === this.#input.value) return;
    this.#await();
    this.#input.dispatchEvent(new Event('change', { bubbles: true }));
  }
});
