// The one script of the login pages: asks the browser for a passkey and puts its answer into the form. It reads and sends nothing else.
const form = document.querySelector('form[data-passkey]');

form.addEventListener('submit', async (event) => {
  if (form.elements.credential.value) {
    return;
  }
  event.preventDefault();
  const failed = document.getElementById('passkey-failed');
  failed.hidden = true;
  try {
    const options = JSON.parse(form.dataset.options);
    const credential = form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    failed.hidden = false;
    failed.focus();
  }
});
