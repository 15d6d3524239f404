//! The editor: the language server driven over its standard input and output by a client library, as an editor drives it.

mod client;
mod findings;
mod names;
mod schema;
mod trouble;
