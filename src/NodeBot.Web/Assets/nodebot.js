// Sends questions, letters and answers without leaving the page. Without this script the same forms work by loading the page anew.
'use strict';

const form = document.getElementById('ask');
const box = document.getElementById('question');
const log = document.getElementById('log');
const status = document.getElementById('status');
let busy = false;

async function send(fields) {
  if (busy) return;
  busy = true;
  status.textContent = 'Looking it up…';
  try {
    const response = await fetch('/chat', { method: 'POST', body: new URLSearchParams(fields) });
    if (!response.ok) {
      const problem = await response.json().catch(() => ({}));
      throw new Error(problem.title ? problem.title + ' ' + problem.detail : 'The answer did not come.');
    }
    // The server escapes all text; this is its own HTML.
    log.insertAdjacentHTML('beforeend', await response.text());
    status.textContent = '';
    box.value = '';
    document.getElementById('people-ask')?.remove();
    offerCopies();
    const answer = log.lastElementChild;
    answer.scrollIntoView({ block: 'start' });
    answer.querySelector('.answer').focus({ preventScroll: true });
  } catch (error) {
    const why = error instanceof TypeError ? 'NodeBot cannot be reached.' : error.message;
    status.textContent = why + ' Nothing is lost: what you wrote is still there; try again.';
    (document.activeElement ?? box).focus();
  } finally {
    busy = false;
  }
}

// Buttons that only work with this script show themselves.
function offerCopies() {
  for (const button of document.querySelectorAll('button.copy[hidden]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.closest('p').previousElementSibling.textContent);
      button.textContent = 'Copied';
    });
  }
}

offerCopies();

document.addEventListener('submit', (event) => {
  // Downloads and pages of their own go their own way.
  if (event.target.dataset.own !== undefined) return;
  event.preventDefault();
  const fields = new FormData(event.target, event.submitter);
  if (event.target === form && box.value.trim() === '') return;
  send(fields);
});

box?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && box.dataset.enter !== 'line') {
    event.preventDefault();
    form.requestSubmit();
  }
});
