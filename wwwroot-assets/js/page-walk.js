// A list under two readers. The server sends ids in runs and a character for each row (WalkPicture); here they become bars.
// A bar's place is its rank in the list, so that rows which come or go in front of it push it along; the browser moves it (page-walk's
// stylesheet). For tests: document.querySelector('.walks').picture.reading('offset') tells { rows, from, count } as drawn.

import { still } from './motion.js';

const roomy = 160; // places that are always there, so that arrivals have where to push, and a window where to look behind the last
const quick = { duration: 320, easing: 'ease-out' };

/** @param root the element that holds [data-walker] > .list, as PageWalk.razor writes them */
export function mount(root) {
  return root.picture = new PageWalk(root);
}

class PageWalk {
  #lists = new Map();

  constructor(root) { this.root = root; }

  /**
   * @param ranges  the ids of the list in runs, newest first: [[103, 1]]
   * @param walkers [{ key, states, from, count, page }]
   */
  show(ranges, walkers) {
    const ids = ranges.flatMap(([high, low]) => Array.from({ length: high - low + 1 }, (_, i) => high - i));
    this.root.style.setProperty('--columns', Math.max(roomy, Math.ceil((ids.length + 10) / 50) * 50));
    for (const walker of walkers) {
      const place = this.root.querySelector(`[data-walker="${walker.key}"] > .list`);
      if (!place) continue;
      let list = this.#lists.get(walker.key);
      if (list?.place !== place) this.#lists.set(walker.key, list = new List(place));
      list.show(ids, walker);
    }
  }

  reading(key) { return this.#lists.get(key)?.reading(); }
}

class List {
  #bars = new Map();
  #drawn = false;

  constructor(place) {
    this.place = place;
    this.window = place.appendChild(document.createElement('span'));
    this.window.className = 'window';
  }

  show(ids, { states, from, count, page }) {
    const moves = this.#drawn && !still(), kept = new Set(ids);
    for (const [id, bar] of this.#bars) if (!kept.has(id)) this.#remove(id, bar, moves);
    ids.forEach((id, rank) => this.#put(id, rank, states[rank], moves));
    this.window.hidden = count === 0;
    this.window.style.setProperty('--from', from);
    this.window.style.setProperty('--count', count);
    this.window.textContent = page;
    this.#drawn = true;
  }

  reading() {
    const { style, hidden } = this.window;
    return { rows: this.#bars.size, from: Number(style.getPropertyValue('--from')), count: hidden ? 0 : Number(style.getPropertyValue('--count')) };
  }

  #put(id, rank, state, moves) {
    let bar = this.#bars.get(id);
    const isNew = !bar;
    if (isNew) {
      this.#bars.set(id, bar = this.place.appendChild(document.createElement('i')));
      bar.className = 'bar';
    }
    bar.style.setProperty('--rank', rank);
    if (isNew && moves) bar.animate({ opacity: [0, 1], transform: ['translateY(-100%)', 'none'] }, quick);
    if (bar.dataset.state === state) return;
    bar.dataset.state = state;
    const blocks = Math.max(1, Number(state) || 0);
    while (bar.childElementCount > blocks) bar.lastElementChild.remove();
    while (bar.childElementCount < blocks) bar.append(document.createElement('b'));
    if (moves && blocks > 1) bar.lastElementChild.animate({ opacity: [0, 1, 0.2, 1], transform: ['translateY(-200%)', 'none', 'none', 'none'] }, { ...quick, duration: 700 });
  }

  #remove(id, bar, moves) {
    this.#bars.delete(id);
    if (!moves) return bar.remove();
    bar.animate({ opacity: [1, 0], transform: ['none', 'translateY(-100%)'] }, quick).onfinish = () => bar.remove();
  }
}
