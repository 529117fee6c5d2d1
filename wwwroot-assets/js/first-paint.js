// A plain script in the head, before any style: the chosen theme stands before the first pixel does.
try {
  const root = document.documentElement;
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (sessionStorage.getItem('projector') === 'on') root.dataset.projector = '';
  if (new URLSearchParams(location.search).get('motion') === 'off') root.dataset.motion = 'off';
} catch { /* storage may be forbidden; the system's theme stands then */ }
