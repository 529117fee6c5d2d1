// A skip link is a fragment, and a fragment is relative to <base>: inside a sandbox it would leave the page. So the jump is made here.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-skip]');
  if (!link) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.getElementById(link.getAttribute('href').slice(1))?.focus();
}, { capture: true });
