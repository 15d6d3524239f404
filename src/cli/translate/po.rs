//! A scenario's texts as a `.po` file, which every translator's program reads. `msgctxt` is the text's key, `msgid` the text it is
//! made from, and the comments say who speaks to whom.

use std::io::{self, BufWriter};
use std::path::Path;

use polib::catalog::Catalog;
use polib::message::{Message, MessageFlags};
use polib::metadata::CatalogMetadata;

use super::tidy::tidy;
use crate::diag::Source;
use crate::scenario::Checked;
use crate::translation::{New, Standing, Told, lines};

/// What a `.po` file says.
#[derive(Debug, PartialEq, Eq)]
pub struct Po {
    /// Id of the scenario.
    pub of: String,
    /// Its language, as it is written there.
    pub language: String,
    /// Its texts, those without words included.
    pub texts: Vec<PoText>,
}

/// One text of a `.po` file.
#[derive(Debug, PartialEq, Eq)]
pub struct PoText {
    /// The text.
    pub new: New,
    /// Whether its translator, or a program, is not sure of it.
    pub fuzzy: bool,
}

/// A scenario's texts with what is translated of them, in the order given. What was made from an older text is marked fuzzy.
///
/// # Errors
/// Never for want of a disk: it is written to memory.
pub fn write(scenario: &Checked, source: &Source, language: &str, told: &[Told<'_>]) -> io::Result<String> {
    let mut catalog = Catalog::new(CatalogMetadata {
        project_id_version: scenario.id.clone(),
        mime_version: "1.0".into(),
        content_type: "text/plain; charset=UTF-8".into(),
        content_transfer_encoding: "8bit".into(),
        language: language.replace('-', "_"),
        ..CatalogMetadata::default()
    });
    catalog.preheader =
        vec![format!("“{}”: {} to {language}, in the order of the story.", scenario.title, scenario.language)];
    let file = Path::new(&source.name).file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let at = lines(scenario, source, told.iter().map(|one| &one.item.key));
    for (one, line) in told.iter().zip(at) {
        let mut about = one.item.about.clone();
        let mut flags = MessageFlags::new();
        if let Some(entry) = one.entry.filter(|_| one.standing == Standing::Stale) {
            flags.add_flag("fuzzy");
            about.push(format!("The text has changed. The translation was made from: {}", entry.of));
        }
        let about = about.join("\n").replace('\r', " ");
        let mut message = Message::build_singular();
        message
            .with_extracted_comments(about)
            .with_flags(flags)
            .with_msgctxt(one.item.key.to_string())
            .with_msgid(one.item.text.clone());
        if line > 0 {
            message.with_source(format!("{}:{line}", file.replace(char::is_whitespace, "_")));
        }
        if let Some(entry) = one.entry {
            message.with_translator_comments(entry.note.clone()).with_msgstr(entry.text.clone());
        }
        catalog.append_or_update(message.done());
    }
    let mut written = BufWriter::new(Vec::new());
    polib::po_file::write(&catalog, &mut written)?;
    let bytes = written.into_inner().map_err(io::IntoInnerError::into_error)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// Reads a `.po` file.
///
/// # Errors
/// A sentence that says where and what it is that cannot be read.
pub fn read(text: &str) -> Result<Po, String> {
    let tidied = tidy(text)?;
    let catalog = polib::po_file::parse_from_reader(tidied.as_bytes()).map_err(|error| {
        format!("its head cannot be read ({error}): it begins with `msgid \"\"` and the lines that `amends translate extract` writes there")
    })?;
    let mut texts = Vec::new();
    for message in catalog.messages() {
        let Ok(translated) = message.msgstr() else {
            return Err(format!("`{}` has plural forms, which no text here has", message.msgid()));
        };
        texts.push(PoText {
            new: New {
                key: message.msgctxt().unwrap_or_default().to_owned(),
                of: message.msgid().to_owned(),
                text: translated.to_owned(),
                note: message.translator_comments().trim_end().to_owned(),
            },
            fuzzy: message.is_fuzzy(),
        });
    }
    Ok(Po {
        of: catalog.metadata.project_id_version.trim().to_owned(),
        language: catalog.metadata.language.trim().to_owned(),
        texts,
    })
}
