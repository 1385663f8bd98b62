// The code is for a door where there may be no network. Without a worker it is shown all the same, with one.
void navigator.serviceWorker?.register('/min-qr/sw.js', { scope: '/min-qr' });
