import './app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { followChanges } from './api/live';
import { ApiProblem } from './api/problem';
import { App } from './app';
import { classesQuery } from './classes/classes';
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

// A class is found in the list of them: that is asked for while the script of its room is on its way.
if (location.pathname.startsWith('/klasser')) void client.prefetchQuery(classesQuery);
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
