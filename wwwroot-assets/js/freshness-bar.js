// <freshness-bar>: how fresh a copy is, draining. A shared cache here lives on the sandbox's clock, a browser's own on real time;
// data-clock says which. The server sets the attributes when something happened, the browser does the rest.

import * as sandbox from './sandbox-clock.js';
import { followMotion, still } from './motion.js';
import { TimedAnimation } from './timed-animation.js';

const real = { now: () => Date.now(), rate: () => 1, paused: () => false, follow: listener => { listener(); return () => {}; } };
const second = 1000, soonest = 200; // ms

customElements.define('freshness-bar', class extends HTMLElement {
  static observedAttributes = ['data-at', 'data-age', 'data-lifetime', 'data-grace', 'data-clock', 'data-asks'];
  #stops = [];
  #timer = 0;
  #animation;

  // Later: the children come in the same stroke, and may come behind the element.
  connectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected && this.#stops.length === 0) this.#stops = [this.#clock.follow(() => this.#run()), followMotion(() => this.#run())];
    });
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#animation?.cancel();
    this.#stops.forEach(stop => stop());
    this.#stops = [];
  }

  attributeChangedCallback() {
    if (this.isConnected) queueMicrotask(() => this.isConnected && this.#run());
  }

  get #clock() { return this.dataset.clock === 'real' ? real : sandbox; }

  /** Milliseconds of freshness left; negative once it is stale. */
  left() { return this.#number('lifetime') - this.#number('age') - Math.max(0, this.#clock.now() - this.#number('at')); } // clocks are read apart: never before the copy

  #number(name) { return Number(this.dataset[name]) || 0; }

  #run() {
    const bar = this.querySelector('i');
    if (!bar) return;
    clearTimeout(this.#timer);
    this.#animation?.cancel();
    const lifetime = this.#number('lifetime'), share = Math.min(1, Math.max(0, this.left() / Math.max(1, lifetime)));
    bar.style.transform = `scaleX(${share})`;
    if (share > 0 && !this.#clock.paused() && !still()) this.#drain(bar, share);
    this.#tell();
  }

  #drain(bar, share) {
    const keyframes = [{ transform: `scaleX(${share})` }, { transform: 'scaleX(0)' }];
    if (this.dataset.clock === 'real') {
      this.#animation = bar.animate(keyframes, { duration: this.left(), fill: 'forwards' });
      return;
    }
    this.#animation = new TimedAnimation(bar);
    this.#animation.draw(keyframes, sandbox.now(), this.left());
    this.#animation.run();
  }

  // Words change once a second of their clock, and not at all while it stands.
  #tell() {
    const left = this.left(), grace = this.#number('grace'), asks = this.dataset.asks === 'true';
    const seconds = Math.ceil(Math.abs(left) / second);
    this.querySelector('span').textContent = asks ? 'asks first' : left > 0 ? `fresh ${seconds} s` : -left < grace ? `stale ${seconds} s, served` : `stale ${seconds} s`;
    this.dataset.state = asks ? 'asks' : left > 0 ? 'fresh' : -left < grace ? 'usable' : 'stale';
    if (this.#clock.paused() || asks) return;
    const next = ((left % second) + second) % second || second;
    this.#timer = setTimeout(() => { if (this.dataset.state === 'fresh' && this.left() <= 0) this.#run(); else this.#tell(); }, Math.max(soonest, next / this.#clock.rate()));
  }
});
