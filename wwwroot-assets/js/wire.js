// The rows of the wire, from numbers; words come once and are numbered. A row is a button: it opens its exchange.

import { elapsed } from './elapsed.js';

const outcomes = ['flight', 'ok', 'same', 'refuse', 'fail', 'replay', 'fail'];
const noStatus = { 0: '…', 6: 'cut' }; // in flight, and connections that ended without an answer
const width = 8; // numbers a row

const template = document.createElement('template');
template.innerHTML = '<li><button type="button" class="line" tabindex="-1"><span class="at"></span><span class="outcome"></span><span class="path"></span><span class="telling"></span><span class="sender"></span></button></li>';

/** @param count the element that says how many there were; @param page the component whose Select(number) opens an exchange */
export function mount(list, count, page, most) {
  const rows = new Map(); // number -> button
  let words = [], open = 0, total = 0;

  list.addEventListener('click', event => {
    const line = event.target.closest('button');
    if (!line) return;
    stop(line);
    page.invokeMethodAsync('Select', Number(line.dataset.number));
  });
  // One tab stop for the whole list; arrows move within it.
  list.addEventListener('keydown', event => {
    const lines = [...list.querySelectorAll('button')], at = lines.indexOf(event.target);
    const next = { ArrowDown: lines[at + 1], ArrowUp: lines[at - 1], Home: lines[0], End: lines.at(-1) }[event.key];
    if (!next) return;
    event.preventDefault();
    stop(next);
    next.focus();
  });

  function stop(line) {
    list.querySelector('[tabindex="0"]')?.setAttribute('tabindex', -1);
    line.setAttribute('tabindex', 0);
  }

  function line(number) {
    let button = rows.get(number);
    if (button) return button;
    const item = template.content.firstChild.cloneNode(true);
    button = item.firstChild;
    button.dataset.number = number;
    rows.set(number, button);
    list.prepend(item);
    return button;
  }

  return {
    /** Adds or changes rows; with `begin` the list starts empty and words are counted anew. */
    show(begin, fresh, numbers) {
      if (begin) {
        words = [];
        total = 0;
        rows.clear();
        list.replaceChildren();
      }
      words.push(...fresh);
      for (let i = 0; i < numbers.length; i += width) {
        const [number, at, status, outcome, path, telling, sender, outside] = numbers.slice(i, i + width);
        total = Math.max(total, number); // exchanges are numbered from 1
        const button = line(number), cells = button.children;
        [elapsed(at, 3), status || noStatus[outcome], words[path], words[telling], words[sender]]
          .forEach((text, cell) => { if (cells[cell].textContent !== text) cells[cell].textContent = text; });
        cells[1].className = `outcome ${outcomes[outcome]}`;
        cells[4].classList.toggle('outside', outside === 1);
      }
      for (const [number, old] of rows) {
        if (rows.size <= most) break;
        rows.delete(number);
        old.parentElement.remove();
      }
      const said = total === 1 ? '1 exchange' : `${total.toLocaleString('en-US')} exchanges`;
      if (count.textContent !== said) count.textContent = said;
      if (!list.querySelector('[tabindex="0"]')) list.querySelector('button')?.setAttribute('tabindex', 0);
    },

    /** Marks the row of the opened exchange; 0 for none. */
    mark(number) {
      rows.get(open)?.removeAttribute('aria-current');
      rows.get(open = number)?.setAttribute('aria-current', 'true');
    },
  };
}
