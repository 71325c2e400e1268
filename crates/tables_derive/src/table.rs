//! `derive(Table)`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::meta::ParseNestedMeta;
use syn::punctuated::Punctuated;
use syn::{Data, DeriveInput, Error, Expr, Field, Fields, Ident, LitInt, LitStr, Result, Token, Type};

pub fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(&input.ident, "a table is a struct"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(&input.ident, "a table has named columns"));
    };
    let options = TableOptions::read(input)?;
    let columns =
        fields.named.iter().map(|field| Column::read(field, options.pascal)).collect::<Result<Vec<_>>>()?;
    let Some(id) = columns.first().filter(|first| first.is_id) else {
        return Err(Error::new_spanned(&input.ident, "the first column is the id: #[column(id)]"));
    };
    let (ident, id_field) = (&input.ident, id.field);
    let (name, set) = (&options.name, &options.set);
    let definition_of = |added: bool| {
        columns.iter().filter(move |column| column.added == added).map(|column| &column.definition)
    };
    let (definitions, added) = (definition_of(false), definition_of(true));
    let members = columns.iter().map(|column| column.field);
    let values = columns.iter().map(|column| {
        let (field, api) = (column.field, &column.name);
        quote! { (#api.to_owned(), ::tables::ColumnValue::to_value(&self.#field)) }
    });
    let reads = columns.iter().map(|column| {
        let api = &column.name;
        quote! {
            ::tables::ColumnValue::from_value(row.get(#api))
                .ok_or_else(|| ::tables::row::misfit(#name, #api))?
        }
    });
    let (ownership, naming) = (options.ownership(), options.naming());
    let primary = match &options.primary {
        Some(column) => quote! { Some(#column.into()) },
        None => quote! { None },
    };
    let bookkeeping = options.bookkeeping;
    let person = match &options.person {
        Some(column) => quote! { Some(#column.into()) },
        None => quote! { None },
    };
    let is_added = |name: &String| columns.iter().any(|column| column.added && column.name == *name);
    let keys_of = |added: bool| {
        let keys = options.keys.iter().filter(move |(_, columns)| columns.iter().any(is_added) == added);
        keys.map(|(key, columns)| {
            quote! { ::tables::KeyDefinition::new(#key, vec![#(#columns.into()),*]) }
        })
    };
    let (keys, added_keys) = (keys_of(false), keys_of(true));
    let indexes = options.indexes.iter().map(|columns| quote! { vec![#(#columns.into()),*] });
    Ok(quote! {
        impl ::tables::Table for #ident {
            const NAME: &'static str = #name;
            fn definition() -> ::tables::TableDefinition {
                let mut definition = ::tables::TableDefinition::new(
                    #name, #set, #ownership, #naming, vec![#(#definitions),*],
                );
                definition.primary_name = #primary;
                definition.keys = vec![#(#keys),*];
                definition.indexes = vec![#(#indexes),*];
                definition.bookkeeping = #bookkeeping;
                definition.person = #person;
                definition
            }
            fn added() -> ::tables::Added {
                ::tables::Added { columns: vec![#(#added),*], keys: vec![#(#added_keys),*] }
            }
            fn from_row(row: &::tables::Row) -> ::tables::Result<Self> {
                Ok(Self { #(#members: #reads),* })
            }
            fn to_values(&self) -> ::tables::Values {
                vec![#(#values),*]
            }
            fn id(&self) -> ::tables::uuid::Uuid {
                self.#id_field
            }
        }
    })
}

#[derive(Default)]
struct TableOptions {
    name: String,
    set: String,
    primary: Option<String>,
    person: Option<String>,
    owned: bool,
    pascal: bool,
    bookkeeping: bool,
    keys: Vec<(String, Vec<String>)>,
    indexes: Vec<Vec<String>>,
}

impl TableOptions {
    fn read(input: &DeriveInput) -> Result<Self> {
        let mut options = Self::default();
        for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("table")) {
            attribute.parse_nested_meta(|meta| options.read_one(&meta))?;
        }
        if options.name.is_empty() || options.set.is_empty() {
            return Err(Error::new_spanned(
                &input.ident,
                "name and set are needed: #[table(name = .., set = ..)]",
            ));
        }
        Ok(options)
    }

    fn read_one(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let text = || Ok::<_, Error>(meta.value()?.parse::<LitStr>()?.value());
        let Some(option) = meta.path.get_ident().map(Ident::to_string) else {
            return Err(meta.error("unknown option"));
        };
        match option.as_str() {
            "name" => self.name = text()?,
            "set" => self.set = text()?,
            "primary" => self.primary = Some(text()?),
            "person" => self.person = Some(text()?),
            "bookkeeping" => self.bookkeeping = true,
            "ownership" => match text()?.as_str() {
                "user" => self.owned = true,
                "organization" => self.owned = false,
                _ => return Err(meta.error("ownership is \"user\" or \"organization\"")),
            },
            "naming" => match text()?.as_str() {
                "pascal" => self.pascal = true,
                "lower" => self.pascal = false,
                _ => return Err(meta.error("naming is \"lower\" or \"pascal\"")),
            },
            "key" => meta.parse_nested_meta(|key| {
                let name = key.path.require_ident()?.to_string();
                self.keys.push((name, texts(&key)?));
                Ok(())
            })?,
            "index" => self.indexes.push(texts(meta)?),
            _ => return Err(meta.error("unknown option of a table")),
        }
        Ok(())
    }

    fn ownership(&self) -> TokenStream {
        if self.owned {
            quote! { ::tables::Ownership::UserOrTeam }
        } else {
            quote! { ::tables::Ownership::Organization }
        }
    }

    fn naming(&self) -> TokenStream {
        if self.pascal {
            quote! { ::tables::Naming::Pascal }
        } else {
            quote! { ::tables::Naming::Lower }
        }
    }
}

struct Column<'a> {
    field: &'a Ident,
    name: String,
    is_id: bool,
    /// Made at run time by somebody, or not there.
    added: bool,
    definition: TokenStream,
}

#[derive(Default)]
struct ColumnOptions {
    name: Option<String>,
    kind: Option<String>,
    size: Option<LitInt>,
    targets: Vec<String>,
    min: Option<Expr>,
    max: Option<Expr>,
    default: Option<Expr>,
    requirement: Option<&'static str>,
    secret: bool,
    personal: bool,
    read_only: bool,
    composed: Vec<String>,
    added: bool,
}

impl<'a> Column<'a> {
    fn read(field: &'a Field, pascal: bool) -> Result<Self> {
        let Some(ident) = &field.ident else {
            return Err(Error::new_spanned(field, "a column has a name"));
        };
        let mut options = ColumnOptions::default();
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("column")) {
            attribute.parse_nested_meta(|meta| options.read_one(&meta))?;
        }
        let name = options
            .name
            .clone()
            .unwrap_or_else(|| if pascal { pascal_case(&ident.to_string()) } else { ident.to_string() });
        let is_id = options.kind.as_deref() == Some("id");
        let definition = options.definition(&name, field)?;
        if options.added
            && (!is(&field.ty, "Option") || options.default.is_some() || options.requirement.is_some())
        {
            return Err(Error::new_spanned(
                field,
                "a column that may be missing is an Option without default or requirement",
            ));
        }
        Ok(Self { field: ident, name, is_id, added: options.added, definition })
    }
}

impl ColumnOptions {
    fn read_one(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let option = meta.path.require_ident()?.to_string();
        match option.as_str() {
            "name" => self.name = Some(meta.value()?.parse::<LitStr>()?.value()),
            "min" => self.min = Some(meta.value()?.parse()?),
            "max" => self.max = Some(meta.value()?.parse()?),
            "default" => self.default = Some(meta.value()?.parse()?),
            "required" => self.requirement = Some("Required"),
            "form" => self.requirement = Some("Form"),
            "recommended" => self.requirement = Some("Recommended"),
            "secret" => self.secret = true,
            "personal" => self.personal = true,
            "read_only" => self.read_only = true,
            "added" => self.added = true,
            "composed" => self.composed = texts(meta)?,
            "lookup" => {
                self.targets = if meta.input.peek(Token![=]) {
                    vec![meta.value()?.parse::<LitStr>()?.value()]
                } else {
                    texts(meta)?
                };
                self.kind = Some(option);
            }
            "text" | "memo" | "decimal" | "file" => {
                self.size = Some(meta.value()?.parse()?);
                self.kind = Some(option);
            }
            "id" | "whole" | "money" | "yes_no" | "date" | "date_time" | "choice" | "multi_choice" => {
                self.kind = Some(option)
            }
            _ => return Err(meta.error("unknown option of a column")),
        }
        Ok(())
    }

    fn definition(&self, name: &str, field: &Field) -> Result<TokenStream> {
        let kind = self.kind(field)?;
        let optional = is(&field.ty, "Option") || is(&field.ty, "Vec");
        let id = self.kind.as_deref() == Some("id");
        let requirement = match self.requirement {
            Some(word) => Ident::new(word, proc_macro2::Span::call_site()),
            None if optional || id || !self.composed.is_empty() => {
                Ident::new("Optional", proc_macro2::Span::call_site())
            }
            None => Ident::new("Required", proc_macro2::Span::call_site()),
        };
        let default = match &self.default {
            Some(expression) => quote! { Some(::tables::Value::from(#expression)) },
            None => quote! { None },
        };
        let (secret, personal) = (self.secret, self.personal);
        let (read_only, composed) = (self.read_only, &self.composed);
        Ok(quote! {
            ::tables::ColumnDefinition {
                requirement: ::tables::Requirement::#requirement,
                default: #default,
                secret: #secret,
                read_only: #read_only,
                composed: vec![#(#composed.into()),*],
                personal: #personal,
                ..::tables::ColumnDefinition::new(#name, #kind)
            }
        })
    }

    fn kind(&self, field: &Field) -> Result<TokenStream> {
        let bound = |given: &Option<Expr>, otherwise: TokenStream| {
            given.as_ref().map_or(otherwise, |expression| quote! { #expression })
        };
        // JavaScript clients read numbers exactly up to 2^53 only; Dataverse's money ends at 10^12 units.
        let whole = (quote! { -2_147_483_648 }, quote! { 2_147_483_647 });
        let scaled = (quote! { -10_000_000_000_000_000 }, quote! { 10_000_000_000_000_000 });
        let (size, targets, ty) = (&self.size, &self.targets, &field.ty);
        let Some(kind) = self.kind.as_deref() else {
            return Err(Error::new_spanned(field, "a column needs a type, such as #[column(text = 100)]"));
        };
        Ok(match kind {
            "id" => quote! { ::tables::ColumnKind::Id },
            "text" => quote! { ::tables::ColumnKind::Text { length_max: #size } },
            "memo" => quote! { ::tables::ColumnKind::Memo { length_max: #size } },
            "whole" => {
                let (min, max) = (bound(&self.min, whole.0), bound(&self.max, whole.1));
                quote! { ::tables::ColumnKind::Whole { min: #min, max: #max } }
            }
            "decimal" => {
                let (min, max) = (bound(&self.min, scaled.0), bound(&self.max, scaled.1));
                quote! { ::tables::ColumnKind::Decimal { scale: #size, min: #min, max: #max } }
            }
            "money" => {
                let (min, max) = (bound(&self.min, scaled.0), bound(&self.max, scaled.1));
                quote! { ::tables::ColumnKind::Money { min: #min, max: #max } }
            }
            "yes_no" => quote! { ::tables::ColumnKind::YesNo },
            "date" => quote! { ::tables::ColumnKind::Date },
            "date_time" => quote! { ::tables::ColumnKind::DateTime },
            "choice" => quote! {
                ::tables::ColumnKind::Choice { options: <#ty as ::tables::Choice>::options() }
            },
            "file" => quote! { ::tables::ColumnKind::File { size_max: #size } },
            "multi_choice" => quote! {
                ::tables::ColumnKind::MultiChoice { options: <#ty as ::tables::Choice>::options() }
            },
            _ => quote! { ::tables::ColumnKind::Lookup { targets: vec![#(#targets.into()),*] } },
        })
    }
}

/// The words in parentheses: strings, or bare names.
fn texts(meta: &ParseNestedMeta<'_>) -> Result<Vec<String>> {
    let content;
    syn::parenthesized!(content in meta.input);
    let words = Punctuated::<Expr, Token![,]>::parse_terminated(&content)?;
    words
        .iter()
        .map(|word| match word {
            Expr::Path(path) => Ok(path.path.require_ident()?.to_string()),
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Ok(text.value()),
            other => Err(Error::new_spanned(other, "a name or a text is expected")),
        })
        .collect()
}

fn is(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}

fn pascal_case(name: &str) -> String {
    name.split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
        })
        .collect()
}
