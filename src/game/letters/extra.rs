//! Typefaces of one's own: the files of a folder, read once when the program starts. What is no typeface is named, and nothing
//! else comes of it: the library that draws would end the program over such a file, so each is looked at before.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The endings of the files that are read.
const ENDINGS: [&str; 3] = ["ttf", "otf", "ttc"];
/// What a typeface must have: which letters there are, how large they are, and how far apart.
const TABLES: [&[u8; 4]; 5] = [b"cmap", b"head", b"hhea", b"hmtx", b"maxp"];
/// Of these it must have one: the outlines of the letters.
const OUTLINES: [&[u8; 4]; 3] = [b"glyf", b"CFF ", b"CFF2"];

/// A typeface.
#[derive(Clone, PartialEq, Eq)]
pub struct Typeface {
    /// What it is called here: the name of its file.
    pub name: String,
    /// The file.
    pub bytes: Arc<[u8]>,
}

impl std::fmt::Debug for Typeface {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typeface").field("name", &self.name).field("bytes", &self.bytes.len()).finish()
    }
}

/// The typefaces of a folder.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// The folder.
    pub folder: PathBuf,
    /// Those that can be used, in the order of their names; the first that has a letter draws it.
    pub typefaces: Vec<Typeface>,
    /// Files that are called like typefaces and are none, or cannot be read.
    pub unreadable: Vec<PathBuf>,
}

impl Extra {
    /// The folder inside a data folder.
    #[must_use]
    pub fn folder(data: &Path) -> PathBuf {
        data.join("fonts")
    }

    /// What is in a folder; nothing where there is none.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let is_called_one = |path: &PathBuf| {
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            ENDINGS.iter().any(|one| ending.eq_ignore_ascii_case(one))
        };
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|item| Some(item.ok()?.path()))
            .filter(is_called_one)
            .collect();
        files.sort();
        let mut extra = Self { folder: folder.to_owned(), ..Self::default() };
        for file in files {
            match fs::read(&file).ok().filter(|bytes| is_typeface(bytes)) {
                Some(bytes) => {
                    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    extra.typefaces.push(Typeface { name, bytes: bytes.into() });
                }
                None => extra.unreadable.push(file),
            }
        }
        extra
    }
}

/// Whether these are the bytes of a TrueType or OpenType file whose tables are all there; of a collection, its first typeface.
#[must_use]
pub fn is_typeface(bytes: &[u8]) -> bool {
    tables(bytes).is_some_and(|tables| {
        let has = |tag: &[u8; 4]| tables.iter().any(|(there, _)| there == tag);
        let whole = tables.iter().all(|(_, end)| *end <= bytes.len());
        whole && TABLES.iter().all(|tag| has(tag)) && OUTLINES.iter().any(|tag| has(tag))
    })
}

/// The tables of a typeface: each with its name and where it ends.
fn tables(bytes: &[u8]) -> Option<Vec<([u8; 4], usize)>> {
    let start = if bytes.starts_with(b"ttcf") { number(bytes, 12)? } else { 0 };
    let kind: [u8; 4] = at(bytes, start)?;
    if !matches!(&kind, [0, 1, 0, 0] | b"OTTO" | b"true") {
        return None;
    }
    let count = usize::from(u16::from_be_bytes(at(bytes, start.checked_add(4)?)?));
    (0..count)
        .map(|index| {
            let record = start.checked_add(12 + 16 * index)?;
            let end = number(bytes, record.checked_add(8)?)?.checked_add(number(bytes, record.checked_add(12)?)?)?;
            Some((at(bytes, record)?, end))
        })
        .collect()
}

fn number(bytes: &[u8], from: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(at(bytes, from)?)).ok()
}

fn at<const N: usize>(bytes: &[u8], from: usize) -> Option<[u8; N]> {
    bytes.get(from..from.checked_add(N)?)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTER: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.otf");

    #[test]
    fn a_typeface_is_one_only_where_all_of_it_is_there() {
        assert!(is_typeface(INTER));
        for part in [0, 3, 4, 11, 12, 40, 200, INTER.len() / 2, INTER.len() - 4096] {
            assert!(!is_typeface(INTER.split_at(part).0), "{part} of {} bytes", INTER.len());
        }
        assert!(!is_typeface(b"ttcf"));
        assert!(!is_typeface(b"ttcf\0\x01\0\0\0\0\0\x01\xff\xff\xff\xff"));
        assert!(!is_typeface(b"This is a letter, and no typeface."));
    }

    #[test]
    fn a_folder_s_typefaces_are_read_and_what_is_none_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let fonts = Extra::folder(folder.path());
        assert!(Extra::read(&fonts).typefaces.is_empty(), "no folder, no typefaces");
        fs::create_dir(&fonts).expect("made");
        fs::write(fonts.join("B.OTF"), INTER).expect("written");
        fs::write(fonts.join("a.ttf"), INTER).expect("written");
        fs::write(fonts.join("broken.ttf"), "no typeface").expect("written");
        fs::write(fonts.join("read-me.txt"), "no typeface, and not called one").expect("written");
        fs::create_dir(fonts.join("folder.otf")).expect("made");
        let extra = Extra::read(&fonts);
        assert_eq!(extra.typefaces.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["B.OTF", "a.ttf"]);
        assert_eq!(extra.unreadable, [fonts.join("broken.ttf"), fonts.join("folder.otf")]);
    }
}
