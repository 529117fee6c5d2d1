// An element's size, and that of its letters, without asking for it: reading clientWidth after a change would lay the page out on the spot.

export class SizeOf {
  constructor(element, changed) {
    [this.width, this.height, this.em] = [element.clientWidth, element.clientHeight, letters(element)];
    this.observer = new ResizeObserver(([entry]) => {
      const { inlineSize, blockSize } = entry.contentBoxSize[0];
      const em = letters(element); // a projector's are larger
      if (inlineSize === this.width && blockSize === this.height && em === this.em) return;
      [this.width, this.height, this.em] = [inlineSize, blockSize, em];
      changed();
    });
    this.observer.observe(element);
  }

  stop() { this.observer.disconnect(); }
}

const letters = element => parseFloat(getComputedStyle(element).fontSize);
