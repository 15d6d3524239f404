//! The translator, and the trainer who waits for them: texts go out and come back without loss, what is missing or old is told
//! with its line, and a translated conversation is the same conversation.

mod carrying;
mod meaning;
mod merging;
mod shop;
mod slips;
mod using;
