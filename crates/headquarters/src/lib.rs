//! headquarters
