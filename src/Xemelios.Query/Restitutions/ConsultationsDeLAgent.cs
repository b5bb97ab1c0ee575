using Xemelios.Domain.Habilitations;
using Xemelios.Query.Journaux;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Query.Restitutions;

/// <summary>An act on the data of an agent, as it is told to him: by date, nature and profile, without the name of who did it.</summary>
/// <param name="Le">UTC.</param>
/// <param name="Profil">Under which profile it was done; null when it is not known any more.</param>
/// <param name="Directe">His data alone were opened; else a list, a search or an export may have shown them.</param>
/// <param name="Motif">Of an act on his data alone: that of another act may name others.</param>
public sealed record ConsultationDite(DateTimeOffset Le, NatureDActe Nature, string? Profil, string? Poste, string Objet, bool Directe, string? Motif);

/// <summary>Who opened the data of an agent, read from the journal page after page.</summary>
/// <param name="lire">Reads a page: those on the agent alone, and those that may have shown him.</param>
/// <param name="poste">Where the agent is paid: a list made under another poste did not hold him. Null for a folder of a single one.</param>
/// <param name="habilitations">All that were given, to find again under which profile an act was done.</param>
public sealed class ConsultationsDeLAgent(Func<DemandeDeJournal, AccesAUnAgent> lire, string? poste, IReadOnlyList<Habilitation> habilitations)
{
    private const string LigneDeCommande = "ligne de commande";

    /// <summary>The last one first, those on the agent alone before the others.</summary>
    public IEnumerable<ConsultationDite> Lire() => [.. Parcourir(a => a.Directs, directe: true), .. Parcourir(a => a.Larges, directe: false)];

    private IEnumerable<ConsultationDite> Parcourir(Func<AccesAUnAgent, PageDuJournal> sens, bool directe)
    {
        // What is written meanwhile pushes the pages: what was read already is passed over.
        for (var (page, dernier) = (1, long.MaxValue); ; page++)
        {
            var lue = sens(lire(new DemandeDeJournal { Page = page, TaillePage = DemandeDeJournal.PlusGrandePage }));
            foreach (var entree in lue.Entrees.Where(e => e.Rang < dernier))
            {
                dernier = entree.Rang;
                if (directe || poste is null || entree.Acte.Poste is null || entree.Acte.Poste == poste)
                    yield return Dire(entree, directe);
            }

            if (lue.Entrees.Count < lue.TaillePage)
                yield break;
        }
    }

    private ConsultationDite Dire(EntreeDuJournal entree, bool directe) => new(
        entree.Le, entree.Acte.Nature, Profil(entree), entree.Acte.Poste, PhraseDActe.Objet(entree.Acte.Objet), directe, directe ? entree.Acte.Motif : null);

    private string? Profil(EntreeDuJournal entree)
    {
        if (entree.Acte.Depuis == LigneDeCommande)
            return "personne qui exploite la machine";
        var jour = JourDeParis.De(entree.Le);
        return habilitations.FirstOrDefault(h => h.Utilisateur == entree.Acte.Utilisateur && h.Poste == entree.Acte.Poste && Valait(h, entree.Le, jour))?.Profil.Libelle();
    }

    // It may have been ended since.
    private static bool Valait(Habilitation habilitation, DateTimeOffset le, DateOnly jour) =>
        (habilitation with { RevoqueeLe = null }).EnVigueur(jour) && (habilitation.RevoqueeLe is not { } fin || le <= fin);
}
