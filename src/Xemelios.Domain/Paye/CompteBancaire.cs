namespace Xemelios.Domain.Paye;

/// <summary>A bank account: the parts of a RIB, or BIC and IBAN. Parts that the file does not give are null.</summary>
public sealed record CompteBancaire(
    string? IdPays, string? IdBanque, string? CodeEtablissement, string? CodeGuichet, string? NumeroCompte, string? CleRib,
    string? Bic, string? Iban, string? LibelleBanque, string? Titulaire, DateOnly? Date);
