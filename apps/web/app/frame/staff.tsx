import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Staff } from '../../src/shell/staff';

const StaffContext = createContext<Staff | undefined>(undefined);

/** Tells all below who works here; the page brought it with it. */
export const Staffed = ({ children }: { readonly children: ComponentChildren }) => (
  <StaffContext.Provider value={JSON.parse(document.body.dataset.staff!) as Staff}>{children}</StaffContext.Provider>
);

/** What is for administrators only is not shown to others who work in the same room; the API refuses it in any case. */
export const useIsAdministrator = (): boolean => useStaff().roles.includes('administrator');

/** Who works here. */
export const useStaff = (): Staff => useContext(StaffContext)!;
