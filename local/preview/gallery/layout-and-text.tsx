import {
  Accordion,
  AutoGrid,
  Box,
  Card,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Flex,
  Heading,
  hubspot,
  Icon,
  Illustration,
  Image,
  Inline,
  Link,
  List,
  Spacer,
  Text,
  Tile,
} from '@hubspot/ui-extensions';

const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

hubspot.extend<'crm.record.tab'>(() => (
  <Flex direction="column" gap="md">
    <Heading>Layout and text</Heading>
    <AutoGrid columnWidth={200} flexible={true} gap="sm">
      <Tile compact={true}>
        <Text format={{ fontWeight: 'bold', italic: true }}>In a tile</Text>
      </Tile>
      <Card>
        <Text variant="microcopy" truncate={{ maxWidth: 120, tooltipText: 'All of it' }}>
          In a card with more words than it has room for
        </Text>
      </Card>
    </AutoGrid>
    <Divider distance="md" />
    <Inline gap="sm" align="center">
      <Icon name="success" color="success" screenReaderText="Done" />
      <Link href="https://example.com/help">Help</Link>
      <Box flex={1}>
        <Text inline={true} format={{ lineDecoration: 'underline', textTransform: 'uppercase' }}>
          words
        </Text>
      </Box>
    </Inline>
    <Spacer size="lg" />
    <List variant="ordered-styled">
      <Text>First</Text>
      <Text>Second</Text>
    </List>
    <DescriptionList direction="row">
      <DescriptionListItem label="Owner">
        <Text>Alva</Text>
      </DescriptionListItem>
    </DescriptionList>
    <Accordion title="More">
      <Text>Hidden at first</Text>
    </Accordion>
    <Image src={DOT} alt="A dot" width={8} height={8} />
    <Illustration name="deals" alt="Deals" width={60} height={40} />
  </Flex>
));
