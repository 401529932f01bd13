import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

/** A few views of one thing, side by side in words; the chosen one is underlined. */
export function Tabs<Id extends string>(props: {
  label: string;
  tabs: readonly { id: Id; label: ReactNode }[];
  chosen: Id;
  onChoose(id: Id): void;
  /** The panel of the chosen tab. */
  children: ReactNode;
}) {
  const { label, tabs, chosen, onChoose, children } = props;
  return (
    <AriaTabs selectedKey={chosen} onSelectionChange={(id) => onChoose(id as Id)} className="outline-none">
      <TabList aria-label={label} className="flex flex-wrap gap-x-4 sm:gap-x-5 border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="touchable -mb-px shrink-0 cursor-pointer whitespace-nowrap border-b-2 border-transparent py-1.5 text-quiet hover:text-ink selected:border-accent selected:font-medium selected:text-ink"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={chosen} className="pt-4">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
