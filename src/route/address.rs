//! The parts of an address: `/page/identifier?name=value&…`, with limits before anything is read.

/// Longest address that is read as a page; links that carry data have a form of their own.
pub(super) const LONGEST: usize = 1000;

/// The parts of an address. Everything in it is made of letters, digits, `-`, `_`, `.` and `,`, so
/// that no messenger cuts or re-encodes it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Address {
    page: String,
    identifier: Option<String>,
    query: Vec<(String, String)>,
}

impl Address {
    /// An address without an identifier.
    pub fn new(page: &str) -> Self {
        Self { page: page.into(), ..Self::default() }
    }

    /// Reads an address, unless it is too long or holds anything that addresses do not.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let (path, query) = match text.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (text, None),
        };
        let mut segments = path.strip_prefix('/')?.split('/');
        let page = segments.next().filter(|page| is_plain(page))?.to_owned();
        let identifier = segments.next().map(str::to_owned);
        if segments.next().is_some() || identifier.as_deref().is_some_and(|id| !is_plain(id)) {
            return None;
        }
        let pairs = query.map_or(Some(Vec::new()), |query| query.split('&').map(pair).collect())?;
        Some(Self { page, identifier, query: pairs })
    }

    /// The first segment, which says what sort of page it is: `indicator` of `/indicator/berths`.
    pub fn page(&self) -> &str {
        &self.page
    }

    /// The second segment: `berths` of `/indicator/berths`. `None` where the address ends with the page.
    pub fn identifier(&self) -> Option<&str> {
        self.identifier.as_deref()
    }

    /// The value of a name, if the address has it.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The names that stand in the query.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.query.iter().map(|(name, _)| name.as_str())
    }

    /// Adds a value, if there is one.
    pub fn with(mut self, name: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            self.query.push((name.into(), value.into()));
        }
        self
    }

    /// The address as text.
    pub fn text(&self) -> String {
        let mut text = ["/", &self.page].concat();
        if let Some(identifier) = &self.identifier {
            text.push('/');
            text.push_str(identifier);
        }
        for (index, (name, value)) in self.query.iter().enumerate() {
            text.push(if index == 0 { '?' } else { '&' });
            text.push_str(name);
            text.push('=');
            text.push_str(value);
        }
        text
    }
}

fn pair(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once('=')?;
    (is_plain(name) && is_plain(value)).then(|| (name.into(), value.into()))
}

pub(super) fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_longer_than_any_page_has_is_not_read() {
        let of = |length: usize| Address::parse(&["/", &"a".repeat(length - 1)].concat());
        assert!(of(LONGEST).is_some());
        assert_eq!(of(LONGEST + 1), None);
    }
}
