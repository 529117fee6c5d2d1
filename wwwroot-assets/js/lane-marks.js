// The marks of one lane: keeps the data (bounded), and elements only for what is in sight.

import { spread } from './mark-spread.js';

export const kinds = ['flight', 'ok', 'same', 'refused', 'failed', 'replayed', 'lost', 'departed'];
const departed = kinds.indexOf('departed');
const most = 5000;

const shapes = {
  flight: '<rect x="-5" y="-2.5" width="10" height="5" rx="2.5"/>',
  ok: '<circle r="3.4"/>',
  same: '<path d="M-3.6 0h7.2"/>',
  refused: '<path d="M-2.8-2.8l5.6 5.6m0-5.6l-5.6 5.6"/>',
  failed: '<path d="M0-4l4 7.2h-8z"/>',
  replayed: '<circle r="2.8"/>',
  lost: '<path d="M-4 0h2.4m3.2 0h2.4"/>',
  departed: '<circle r="2.4"/>',
};
const templates = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => {
  const box = document.createElement('template');
  box.innerHTML = `<svg class="mark ${name}" viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">${shape}</svg>`;
  return [name, box.content.firstChild];
}));

export class LaneMarks {
  #marks = []; // { at, kind, id }, in order of time
  #byId = new Map();
  #shown = new Map(); // key -> element

  constructor(host) { this.host = host; }

  add(kind, at, id) {
    const key = kind === departed ? -id : id;
    const known = this.#byId.get(key);
    if (known) { known.kind = kind; return; }
    const mark = { at, kind, id: key };
    this.#byId.set(key, mark);
    let place = this.#marks.length;
    while (place > 0 && this.#marks[place - 1].at > at) place--;
    this.#marks.splice(place, 0, mark);
    if (this.#marks.length > most) for (const old of this.#marks.splice(0, this.#marks.length - most)) this.#byId.delete(old.id);
  }

  /**
   * Draws what lies between two times.
   * @param view { from, to, base, span, size, walls }: times in ms; marks sit at a share of the lane's width plus what spreading adds
   * @returns the elements that are new, with their mark
   */
  show(view) {
    const px = at => (at - view.base) / view.span * view.size.width;
    const seen = this.#marks.filter(m => m.at >= view.from && m.at <= view.to);
    const stay = seen.filter(m => m.kind !== departed);
    const { dots, bundles } = spread(stay, px, view.walls.map(px), view.size.height);
    for (const mark of seen) if (mark.kind === departed) dots.push({ mark, x: px(mark.at), y: view.size.height - 4 });

    const before = this.#shown, fresh = [];
    this.#shown = new Map();
    for (const { mark, x, y } of dots) this.#put(before, fresh, view, `${mark.id}`, mark, x, y, () => templates[kinds[mark.kind]].cloneNode(true));
    for (const b of bundles) {
      const element = this.#put(before, fresh, view, `${b.id}×`, b, b.x, b.y, () => Object.assign(document.createElement('b'), { className: `bundle ${kinds[b.kind]}` }));
      if (element.textContent !== `${b.count}`) element.textContent = b.count;
    }
    for (const element of before.values()) element.remove();
    return fresh;
  }

  clear() {
    this.#marks = [];
    this.#byId.clear();
    this.#shown.clear();
    this.host.replaceChildren();
  }

  #put(before, fresh, view, key, mark, x, y, make) {
    let element = before.get(key);
    before.delete(key);
    if (!element || element.kind !== mark.kind) {
      const next = make();
      if (element) element.replaceWith(next); else { this.host.append(next); fresh.push({ element: next, x, mark }); }
      element = next;
      element.kind = mark.kind;
    }
    // A share of the lane's width: a wider window moves it by itself, and shapes stay whole.
    const left = `${(x / view.size.width * 100).toFixed(3)}%`;
    const top = `${y.toFixed(1)}px`;
    if (element.style.left !== left) element.style.left = left;
    if (element.style.top !== top) element.style.top = top;
    this.#shown.set(key, element);
    return element;
  }
}
