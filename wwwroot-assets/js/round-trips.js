// Round trips: actors as columns, one attempt after another downwards. The server sends rows of numbers when something happened
// (TripSheet); here they become rows that open their exchange, and what is new travels its way.

import * as clock from './sandbox-clock.js';
import { followMotion, still } from './motion.js';
import { Flights } from './round-trips-flight.js';
import { drawRow } from './round-trips-row.js';
import { SizeOf } from './size-of.js';

const youngest = 2000; // real ms: of a picture that begins anew, only what is younger than this moves
const nearly = 8; // px from the end

/**
 * @param root the element that RoundTrips.razor writes
 * @param page the component whose Select(number) opens an exchange
 */
export function mount(root, page) {
  return root.stage = new RoundTrips(root, page);
}

class RoundTrips {
  #rows = new Map(); // key -> { item, trip }
  #words = [];
  #columns = [];
  #follows = true; // the newest row, until the reader scrolls away from it

  constructor(root, page) {
    this.root = root;
    this.list = root.querySelector('.attempts');
    this.scroll = root.querySelector('.scroll');
    this.older = root.querySelector('.older');
    this.heads = root.querySelector('.heads');
    this.flights = new Flights(this.heads);
    this.list.addEventListener('click', event => {
      const row = event.target.closest('button');
      if (!row) return;
      this.#stopAt(row);
      page.invokeMethodAsync('Select', Number(row.dataset.number));
    });
    this.list.addEventListener('keydown', event => this.#step(event));
    this.list.addEventListener('focusin', event => this.#reveal(event.target.closest('li')));
    for (const type of ['wheel', 'touchmove', 'keydown']) this.scroll.addEventListener(type, () => { this.#follows = false; }, { passive: true });
    this.scroll.addEventListener('scroll', () => { this.#follows ||= this.scroll.scrollTop + this.scroll.clientHeight >= this.scroll.scrollHeight - nearly; }, { passive: true });
    const size = new SizeOf(this.scroll, () => this.#follows && this.#reveal([...this.#rows.values()].at(-1)?.item)); // a projector's letters are larger
    this.stops = [() => size.stop(), clock.follow(() => this.flights.followClock()), followMotion(() => still() && this.flights.land())];
  }

  /**
   * Everything that is new, in one call.
   * @param columns the actors' titles, or null where they are as before
   * @param news    what TripSheet told, or null
   * @param moves   false where the picture stands: a past, or what was there before this page looked
   */
  show(columns, news, moves) {
    if (columns) this.#columns = columns;
    if (!news) return;
    if (news.begin !== null) this.#begin(news.begin);
    this.#words.push(...news.words);
    for (const key of news.gone) this.#remove(key);
    const changed = [...decode(news.rows, this.#words)].map(trip => this.#put(trip));
    this.#head();
    this.older.hidden = news.older === 0;
    this.older.textContent = `${news.older.toLocaleString('en')} earlier ${news.older === 1 ? 'attempt is' : 'attempts are'} not drawn`;
    if (!this.list.querySelector('[tabindex="0"]')) this.list.querySelector('button')?.setAttribute('tabindex', 0);
    const flying = !moves || still() || document.hidden ? [] : changed.filter(({ trip }) => news.begin === null || this.#age(trip) < youngest);
    if (this.#follows) this.#reveal((flying.find(row => !row.before) ?? changed.at(-1))?.item);
    this.flights.start(flying, this.#columns.length, item => this.#follows && this.#reveal(item, { back: false }));
  }

  dispose() {
    this.flights.land();
    this.stops.forEach(stop => stop());
    delete this.root.stage;
  }

  #begin(origin) {
    this.flights.land();
    this.origin = origin;
    this.#follows = true;
    this.#words = [];
    this.#rows.clear();
    this.list.replaceChildren();
  }

  /** Real milliseconds since a trip began, as far as the sandbox's clock tells. */
  #age(trip) { return Math.abs(clock.now() - this.origin - trip.at) / clock.rate(); }

  #put(trip) {
    const known = this.#rows.get(trip.key), item = drawRow(trip, this.#columns);
    if (known) {
      const hadFocus = known.item.contains(document.activeElement);
      item.firstChild.tabIndex = known.item.querySelector('button').tabIndex;
      known.item.replaceWith(item);
      if (hadFocus) item.querySelector('button').focus({ preventScroll: true });
    } else {
      const next = [...this.#rows.values()].find(row => row.trip.key > trip.key)?.item;
      this.list.insertBefore(item, next ? headOf(next) ?? next : null);
    }
    const row = { item, trip, before: known };
    this.#rows.set(trip.key, row);
    if (!known) this.#rows = new Map([...this.#rows].sort(([a], [b]) => a - b));
    return row;
  }

  #remove(key) {
    this.#rows.get(key)?.item.remove();
    this.#rows.delete(key);
  }

  /** A heading stands before the first row of each group. */
  #head() {
    for (const old of this.list.querySelectorAll('.group')) old.remove();
    let group = '';
    for (const { item, trip } of this.#rows.values()) {
      if (trip.group && trip.group !== group) item.before(Object.assign(document.createElement('li'), { className: 'group', textContent: trip.group }));
      group = trip.group;
    }
  }

  /** Scrolls the rows, and never the page, so far that one is seen below the heads, with the heading of its group; back only where asked to. */
  #reveal(row, { back = true } = {}) {
    if (!row) return;
    const { top } = (headOf(row) ?? row).getBoundingClientRect(), { bottom } = row.getBoundingClientRect(), above = this.heads.getBoundingClientRect().bottom - top, below = bottom - this.scroll.getBoundingClientRect().bottom;
    if (above > 0) this.scroll.scrollTop -= back ? above : 0; else if (below > 0) this.scroll.scrollTop += below;
  }

  // One tab stop for all rows; arrows move within them.
  #step(event) {
    const rows = [...this.list.querySelectorAll('button')], at = rows.indexOf(event.target);
    const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key];
    if (!next) return;
    event.preventDefault();
    this.#stopAt(next);
    next.focus();
  }

  #stopAt(row) {
    this.list.querySelector('[tabindex="0"]')?.setAttribute('tabindex', -1);
    row.setAttribute('tabindex', 0);
  }
}

const headOf = item => item.previousElementSibling?.classList.contains('group') ? item.previousElementSibling : null;

/** Rows as TripSheet wrote them. */
function* decode(rows, words) {
  for (let i = 0; i < rows.length;) {
    const [key, count, at, flags, title, sender, group, legCount, noteCount] = rows.slice(i, i += 9);
    const legs = [], notes = [];
    for (let n = 0; n < legCount; n++, i += 3) legs.push(leg(rows[i], words[rows[i + 1]], words[rows[i + 2]]));
    for (let n = 0; n < noteCount; n++, i += 2) notes.push({ column: rows[i] & 15, outcome: rows[i] >> 4, words: words[rows[i + 1]] });
    yield { key, count, at, outside: (flags & 1) > 0, together: (flags & 2) > 0, title: words[title], sender: words[sender], group: words[group], legs, notes };
  }
}

const leg = (code, label, note) => ({
  from: code & 15, to: code >> 4 & 15, outcome: code >> 8 & 7, weight: code >> 11 & 3, end: code >> 13 & 7, noteOutcome: code >> 16 & 7, label, note, code,
});
