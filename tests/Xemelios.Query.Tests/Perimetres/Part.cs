using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>The pay of one budget of one employer for one month: what a right holds or does not.</summary>
internal sealed record Part(string Siret, string Budget, int Periode)
{
    public string Marque => $"{Siret[..2]}{Budget}{Periode}";

    public bool EstDans(Perimetre perimetre) => perimetre.Budgets is null || perimetre.Budgets.Any(p =>
        Siret.StartsWith(p.Siret, StringComparison.Ordinal) && (p.Budget is null || p.Budget == Budget)
        && (p.Du is not { } du || du.Cle <= Periode) && (p.Au is not { } au || Periode <= au.Cle));
}
