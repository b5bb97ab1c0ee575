using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Mandats;

/// <summary>The mandats of an employer for an exercice, with their link to an état.</summary>
public sealed record MandatsQuestion(string? Siret = null, int? Exercice = null)
{
    public IReadOnlyList<MandatListe> Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
