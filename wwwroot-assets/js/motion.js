// Whether things may move. Reduced motion, by the system or by `data-motion="off"` on the document, turns movement into stills.

const system = matchMedia('(prefers-reduced-motion: reduce)');

export const still = () => system.matches || document.documentElement.dataset.motion === 'off';

/** Calls back when the answer of still() may have changed. Returns how to stop. */
export function followMotion(listener) {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-motion'] });
  system.addEventListener('change', listener);
  return () => { watch.disconnect(); system.removeEventListener('change', listener); };
}
