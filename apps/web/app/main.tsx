import './app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { followChanges } from './api/live';
import { ApiProblem } from './api/problem';
import { App } from './app';
import { keepAppearance } from './frame/appearance';
import { Staffed } from './frame/staff';
import { Toasts } from './kit/toasts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream says when something has changed.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < 3,
    },
  },
});

keepAppearance();
followChanges(client);
render(
  <QueryClientProvider client={client}>
    <Staffed>
      <Toasts>
        <App />
      </Toasts>
    </Staffed>
  </QueryClientProvider>,
  document.querySelector('#app')!,
);
