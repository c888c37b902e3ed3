document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
// buttons that copy a text are there only where the browser can
if (navigator.clipboard) {
  document.querySelectorAll('button[data-copy]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      document.getElementById(button.getAttribute('aria-describedby')).textContent = button.dataset.copied;
    });
  });
}
